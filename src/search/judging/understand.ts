import type { Language } from '../../facts/model.ts';
import { isForeign, part as partOf, type Reading, read } from '../reading/reading.ts';
import { type Candidate, isCommon, type Judgement, judge } from './candidates.ts';
import type { Knowledge } from './knowledge.ts';

/** A message as understood: what it reads, what each of its parts may be asking, and which part decides. */
export type Understanding = { reading: Reading; parts: Judgement[]; decisive: Judgement };

/** A message of up to so many words is judged whole. */
const SHORT = 7;
/** A clause of more words is looked at through windows. */
const LONG = 15;
const WINDOW = 9;
const STEP = 4;
/** What is left of a part that does not ask, where another does: people also tell why they ask. */
const TELLING = 0.5;

/** The same, of a part that holds nothing but names: "more seats: the library in Baku or the one in Astana?" */
const ONLY_NAMES = 0.2;

/** How much weight of words a part must explain to be heard on its own. */
const EVIDENCE = 0.4;
const EVIDENCE_WHERE_REFUSED = 1.2;
/** What a name of ours weighs as evidence. */
const NAME = 0.5;
/** How much a part that names nothing of ours loses in a message that is refused and names something else. */
const ELSEWHERE = 0.6;
/** What is left of what a nameless part says of the libraries in general, where the message names a smaller thing. */
const ADRIFT = 0.5;
/** What is left of a part that neither asks nor names anything. */
const SILENT = 0.5;
/** What is left of a window: it may cut off what was asked. */
const CUT = 0.7;

/** Understands a message as far as the facts go, about a given thing if there is one. Decides nothing. */
export function understand(message: string, knowledge: Knowledge, about?: string): Understanding {
  const reading = readIn(message, knowledge);
  return understandReading(about === undefined ? reading : insteadOf(reading, about, knowledge), knowledge);
}

/** Reads a message, in the language given or its own. */
export function readIn(message: string, knowledge: Knowledge, language?: Language): Reading {
  const { lexicon, names } = knowledge.reader;
  return read(message, lexicon, names, (language) => knowledge.steering(language).compares, language);
}

/** Understands a message as read. */
export function understandReading(reading: Reading, knowledge: Knowledge): Understanding {
  const whole = judge(reading, reading, knowledge);
  const parts = [
    whole,
    ...partsOf(reading, knowledge).map(({ part, clause }) =>
      weaken(judge(part, reading, knowledge), clause, whole, knowledge),
    ),
  ];
  const asking = parts.map(({ reading }) => asks(reading, knowledge));
  const someAsk = asking.slice(1).some(Boolean);
  const names = parts.map(({ reading }) => onlyNames(reading, knowledge));
  const sureness = (index: number) =>
    (parts[index]?.candidates[0]?.total ?? 0) *
    (someAsk && !asking[index] ? TELLING : 1) *
    (names[index] ? ONLY_NAMES : 1);
  const best = parts.reduce((best, _, index) => (sureness(index) > sureness(best) ? index : best), 0);
  const chosen = parts[best] ?? whole;
  return { reading, parts, decisive: best === 0 ? whole : inContext(chosen, whole, knowledge) };
}

/** Does a part of a message hold nothing but names, and words that ask nothing? */
const onlyNames = (reading: Reading, knowledge: Knowledge): boolean =>
  reading.words.every(
    ({ word, meant = word }, index) =>
      reading.namings.some(({ from, to }) => index >= from && index <= to) ||
      isCommon(meant, reading, knowledge),
  );

/** Does a part of a message ask? By a question word, by how it begins, or by its question mark. */
function asks({ words, language }: Reading, knowledge: Knowledge): boolean {
  const { questionWords, openings } = knowledge.steering(language);
  return words.some(
    ({ word, meant = word, asked }, index) =>
      asked || questionWords.has(meant) || (index < 2 && openings.has(meant)),
  );
}

/** The part that decides, seen again with everything that the whole message names, if that names more of ours. */
function inContext(part: Judgement, whole: Judgement, knowledge: Knowledge): Judgement {
  const [first] = part.candidates;
  const again = weaken(
    judge(part.reading, whole.reading, knowledge, whole.reading),
    part.clause,
    whole,
    knowledge,
  );
  const same = again.candidates.find(({ question }) => question === first?.question);
  const wider =
    first !== undefined &&
    same !== undefined &&
    same.things.length > first.things.length &&
    first.things.every((thing) => same.things.includes(thing));
  return wider ? again : part;
}

/** A part out of a message that as a whole is refused must show more evidence of its own; one that is no clause, or says little, is worth less. */
function weaken(judgement: Judgement, clause: boolean, whole: Judgement, knowledge: Knowledge): Judgement {
  const { reading } = judgement;
  const needed = EVIDENCE + EVIDENCE_WHERE_REFUSED * whole.refusal;
  const elsewhere =
    whole.reading.namings.some(isForeign) ||
    whole.reading.words.some(({ meant, capital }) => meant === undefined && capital);
  const nameless = reading.namings.length === 0;
  const drifts = nameless && whole.reading.namings.some(({ things }) => things.some(isSmall(knowledge)));
  const spoken = (clause ? 1 : CUT) * (nameless && !asks(reading, knowledge) ? SILENT : 1);
  const candidates = judgement.candidates.map((candidate) => {
    const evidence = Math.min(1, (candidate.explained + NAME * candidate.named) / needed);
    const ours = candidate.named === 0 && elsewhere ? 1 - ELSEWHERE * whole.refusal : 1;
    const aimed = drifts && candidate.found === 'headline' ? ADRIFT : 1;
    return { ...candidate, total: candidate.total * evidence * ours * aimed * spoken };
  });
  return {
    ...judgement,
    clause,
    candidates: candidates.toSorted((one, other) => other.total - one.total),
  };
}

/** Is a thing other than the subject of a folder? */
const isSmall = (knowledge: Knowledge) => (thing: string) => knowledge.things.get(thing)?.own === false;

/** A thing given as an option overrides what the message names of its kind. */
function insteadOf(reading: Reading, about: string, knowledge: Knowledge): Reading {
  const kind = knowledge.things.get(about)?.kind;
  const others = (things: readonly string[]) =>
    things.filter((thing) => knowledge.things.get(thing)?.kind !== kind);
  const kept = reading.namings.map((naming) => ({
    ...naming,
    things: others(naming.things),
    pointsTo: others(naming.pointsTo),
  }));
  const given = { from: 0, to: -1, things: [about], pointsTo: [] };
  return {
    ...reading,
    namings: [...kept.filter(({ things, pointsTo }) => things.length + pointsTo.length > 0), given],
  };
}

type Part = { part: Reading; clause: boolean };

/** The clauses of a message that is long, and windows over the longest of them. */
function partsOf(reading: Reading, knowledge: Knowledge): Part[] {
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
function jointsIn({ words, language }: Reading, from: number, to: number, knowledge: Knowledge): number[] {
  const { questionWords, conjunctions } = knowledge.steering(language);
  const joints: number[] = [];
  for (let index = from + 2; index < to - 2; index++) {
    const { word, meant = word } = words[index] ?? { word: '' };
    const next = words.slice(index + 1, index + 3).some(({ word, meant = word }) => questionWords.has(meant));
    if (conjunctions.has(meant) && next) joints.push(index);
  }
  return joints;
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
