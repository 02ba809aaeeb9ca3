import type { Explanation } from '../search/explain.ts';

type Spoken = NonNullable<Explanation['winner']>;

/** An explanation as lines for a terminal. */
export function paintExplanation({
  part,
  corrected,
  unknown,
  named,
  winner,
  runnerUp,
  refusal,
}: Explanation): string {
  const row = (name: string, value: string | undefined) =>
    value === undefined || value === '' ? [] : [`  ${name.padEnd(12)}${value}`];
  return [
    'Why',
    ...row('decided by', part),
    ...row('corrected', corrected.map(({ typed, meant }) => `${typed} → ${meant}`).join(', ')),
    ...row('unknown', unknown.join(', ')),
    ...row('named', named.join(', ')),
    ...row('winner', spoken(winner)),
    ...row('runner-up', spoken(runnerUp) ?? 'nothing else is near'),
    ...row('refusal', spoken(refusal)),
  ].join('\n');
}

function spoken(one: Spoken | undefined): string | undefined {
  if (one === undefined) return undefined;
  const { label, things, probability, score, voices, unexplained } = one;
  const share = (value: number) => `${Math.round(value * 100)} %`;
  const said = voices
    .map(({ mark, weight }) => `${mark} ${weight >= 0 ? '+' : ''}${weight.toFixed(1)}`)
    .join(', ');
  const left = unexplained.length === 0 ? '' : `; unexplained: ${unexplained.join(', ')}`;
  return `${label}${things.length === 0 ? '' : ` of ${things.join(' + ')}`}: probability ${share(probability)}, score ${share(score)} (${said})${left}`;
}
