import { type Candidate, type Judgement, judge } from './candidates.ts';
import type { Knowledge } from './knowledge.ts';
import { part, type Reading, read } from './reading.ts';

/** A message as understood: what it reads, what each of its parts may be asking, and which part decides. */
export type Understanding = { reading: Reading; parts: Judgement[]; decisive: Judgement };

/** A message of up to so many words is judged whole. */
const SHORT = 7;
const WINDOW = 9;
const STEP = 4;
/** What is left of a part that does not ask, where another does: people also tell why they ask. */
const TELLING = 0.5;

/** Understands a message as far as the facts go. Decides nothing. */
export function understand(message: string, knowledge: Knowledge): Understanding {
  const { lexicon, names } = knowledge.reader;
  const reading = read(message, lexicon, names, knowledge.comparison);
  const parts = partsOf(reading).map((one) => judge(one, reading, knowledge));
  const asking = parts.map(({ reading: { words } }) =>
    words.some(({ word, meant = word, asked }) => asked || knowledge.questionWords.has(meant)),
  );
  const someAsk = asking.slice(1).some(Boolean);
  const sureness = (index: number) =>
    (parts[index]?.candidates[0]?.total ?? 0) * (someAsk && !asking[index] ? TELLING : 1);
  const best = parts.reduce((best, _, index) => (sureness(index) > sureness(best) ? index : best), 0);
  return { reading, parts, decisive: parts[best] ?? judge(reading, reading, knowledge) };
}

/** The whole message and, if it is long, its clauses and windows over the longest of them. */
function partsOf(reading: Reading): Reading[] {
  const { words } = reading;
  const parts = [reading];
  if (words.length <= SHORT) return parts;
  for (const [from, to] of clausesOf(reading)) {
    if (to - from >= 2 && to - from < words.length) parts.push(part(reading, from, to));
    for (let start = from; to - from > WINDOW + 3 && start + WINDOW - STEP < to; start += STEP)
      parts.push(part(reading, start, Math.min(start + WINDOW, to)));
  }
  return parts;
}

function clausesOf({ words }: Reading): [number, number][] {
  const clauses: [number, number][] = [];
  let from = 0;
  for (let to = 1; to <= words.length; to++) {
    if (to < words.length && words[to]?.clause === words[to - 1]?.clause) continue;
    clauses.push([from, to]);
    from = to;
  }
  return clauses;
}

/** The best candidate, and the best that would be told on another card. */
export function firstTwo({ candidates }: Judgement): [Candidate | undefined, Candidate | undefined] {
  const [first] = candidates;
  const lead = first?.facts[0]?.[0];
  const other = (candidate: Candidate) =>
    candidate.group !== first?.group &&
    !(lead !== undefined && candidate.facts.some(([fact]) => fact === lead));
  return [first, candidates.find(other)];
}
