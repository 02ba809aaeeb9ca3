import { part as partOf, type Reading } from '../reading/reading.ts';
import type { Knowledge } from './knowledge.ts';
import { hasQuestionWord } from './spoken.ts';

/** A message of up to so many words is judged whole. */
const SHORT = 7;
/** A clause of more words is looked at through windows. */
const LONG = 15;
const WINDOW = 9;
const STEP = 4;
/** A part of a message, and whether it is a whole clause. */
type Part = { part: Reading; clause: boolean };

/** The clauses of a message that is long, and windows over the longest of them. */
export function partsOf(reading: Reading, knowledge: Knowledge): Part[] {
  const { words } = reading;
  const parts: Part[] = [];
  if (words.length <= SHORT) return parts;
  const add = (from: number, to: number, clause: boolean) =>
    parts.push({ part: partOf(reading, from, to), clause });
  for (const [from, to] of clausesOf(reading)) {
    const joints = jointsIn(reading, from, to, knowledge);
    if (to - from >= 2 && to - from < words.length) add(from, to, joints.length === 0);
    for (const [index, start] of [from, ...joints].entries())
      if (joints.length > 0) add(start, joints[index] ?? to, true);
    if (to - from <= LONG) continue;
    for (let start = from; start + WINDOW - STEP < to; start += STEP) {
      const [first, last] = aroundNames(reading, start, Math.min(start + WINDOW, to));
      add(first, last, false);
    }
  }
  return parts;
}

/** A stretch of words, widened so that it cuts no name in two. */
function aroundNames({ namings }: Reading, from: number, to: number): [number, number] {
  const first = namings.find((naming) => naming.from < from && naming.to >= from)?.from ?? from;
  const last = namings.find((naming) => naming.from < to && naming.to >= to)?.to ?? to - 1;
  return [first, last + 1];
}

/** Where a clause runs from the first word to the word after its last; punctuation ends it. */
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

/** Where a conjunction joins two questions: "when was it founded and who leads it". */
function jointsIn(reading: Reading, from: number, to: number, knowledge: Knowledge): number[] {
  const { words, language } = reading;
  const { conjunctions } = knowledge.steering(language);
  const joints: number[] = [];
  for (let index = from + 2; index < to - 2; index++) {
    const { word, meant = word } = words[index] ?? { word: '' };
    const next = partOf(reading, index + 1, index + 3);
    if (conjunctions.has(meant) && hasQuestionWord(next, knowledge)) joints.push(index);
  }
  return joints;
}
