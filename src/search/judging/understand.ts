import type { Language } from '../../facts/model.ts';
import { isForeign, type Reading, read } from '../reading/reading.ts';
import { type Candidate, type Judgement, judge } from './candidates.ts';
import type { Knowledge } from './knowledge.ts';
import { partsOf } from './parts.ts';
import { asks, onlyNames } from './spoken.ts';

/** A message as understood: what it reads, what each of its parts may be asking, and which part decides. */
export type Understanding = { reading: Reading; parts: Judgement[]; decisive: Judgement };

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
  const drifts =
    nameless && whole.reading.namings.some(({ things }) => things.some((thing) => knowledge.isSmall(thing)));
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

/** The best candidate, and the best that would be told on another card. */
export function firstTwo({ candidates }: Judgement): [Candidate | undefined, Candidate | undefined] {
  const [first] = candidates;
  const lead = first?.facts[0]?.[0];
  const other = (candidate: Candidate) =>
    candidate.group !== first?.group &&
    !(lead !== undefined && candidate.facts.some(([fact]) => fact === lead));
  return [first, candidates.find(other)];
}
