/** The least contrast of a text with its ground; shapes need less. Source: WCAG 2.2, 1.4.3. */
export const LEAST_CONTRAST = 4.5;

/** How much lighter a colour such as "#0092bc" is than another, from 1 to 21. Source: WCAG 2.2, "contrast ratio". */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour as it is, or as much lighter as it must be to be told from a dark ground. */
export function seenOn(ground: string, colour: string, least: number): string {
  for (let white = 0; white < 1; white += 0.1) {
    const lighter = `#${channels(colour)
      .map((channel) => Math.round(channel + (255 - channel) * white))
      .map((channel) => channel.toString(16).padStart(2, '0'))
      .join('')}`;
    if (contrast(lighter, ground) >= least) return lighter;
  }
  return '#ffffff';
}

const channels = (colour: string) =>
  [1, 3, 5].map((from) => Number.parseInt(colour.slice(from, from + 2), 16));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
