/** The memory of a process, in bytes, after so many exchanges. */
export type Sample = { after: number; bytes: number };

/** How fast memory grows, in bytes for each exchange, and how uncertain that is (two standard errors). */
export type Slope = { each: number; uncertain: number };

/** A line through samples by least squares, with the uncertainty of its slope. Zero of fewer than three. */
export function slopeOf(samples: readonly Sample[]): Slope {
  const count = samples.length;
  if (count < 3) return { each: 0, uncertain: 0 };
  const mean = (figure: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + figure(sample), 0) / count;
  const meanAfter = mean(({ after }) => after);
  const meanBytes = mean(({ bytes }) => bytes);
  const spread = samples.reduce((sum, { after }) => sum + (after - meanAfter) ** 2, 0);
  const each =
    samples.reduce((sum, { after, bytes }) => sum + (after - meanAfter) * (bytes - meanBytes), 0) / spread;
  const rest = samples.reduce(
    (sum, { after, bytes }) => sum + (bytes - meanBytes - each * (after - meanAfter)) ** 2,
    0,
  );
  return { each, uncertain: 2 * Math.sqrt(rest / (count - 2) / spread) };
}

/** The figure that a share of all do not exceed. Zero of none. */
export const quantile = (figures: readonly number[], share: number): number =>
  figures.toSorted((one, other) => one - other)[Math.floor((figures.length - 1) * share)] ?? 0;
