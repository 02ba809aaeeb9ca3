import type { Fact } from '../../facts/base.ts';
import { isRefusal } from '../learning/labels.ts';
import { marksOf } from '../learning/marks.ts';
import { classify } from '../learning/model.ts';
import type { Naming } from '../reading/names.ts';
import type { Reading } from '../reading/reading.ts';
import { type Account, account } from './account.ts';
import { byFit, namedThings } from './fit.ts';
import type { Knowledge } from './knowledge.ts';
import { onlyNames } from './spoken.ts';
import { type Found, kindOf, thingsFor } from './things.ts';

/** What a question may be asking: an aspect of one thing, or of several of a kind side by side. */
export type Candidate = {
  /** Kind and aspect; or the kind and `*`, for a thing that is named and asked about in words nobody learned. */
  question: string;
  things: string[];
  found: Found;
  /** Per thing, its facts that answer, the one that fits best first. */
  facts: Fact[][];
  /** Candidates of a group are told on the same card. */
  group: string;
  probability: number;
  /** From 0 to 1: the learned probability, less what the candidate leaves unexplained. */
  score: number;
  /** The same, summed over all candidates that would be told on this card. */
  total: number;
} & Account;

/** What a part of a message may be asking, best first, and how strongly each class of refusal speaks. */
export type Judgement = {
  reading: Reading;
  /** It is a clause of the message, not the whole or a window on it. */
  clause: boolean;
  candidates: Candidate[];
  refusals: { label: string; probability: number }[];
  refusal: number;
};

const LEAST_PROBABILITY = 0.02;
/** How much unexplained words take away. */
const DOUBT = 0.5;
/** What a name counts beside the words that ask. */
const NAME_ALONE = 0.3;
/** What is left of a candidate that tells nothing of a thing the question names. */
const UNTOLD = 0.2;
/** The same of a folder's subject, which may be named as mere context. */
const SUBJECT_UNTOLD = 0.6;
/** How much likelier a candidate is that tells of two things named together. */
const LINKED = 1.4;
/** What is left of one of many things, guessed without a name. */
const GUESSED = 0.3;
/** How sure it is that what is compared is what the one comparative says. */
const COMPARED = 0.9;
/** How likely a thing is meant by its name alone, where no word of the question is understood. */
const NAMED = 0.4;
/** How much of an aspect that a library does not have speaks for what it tells of the one named. */
const INSTEAD = 0.7;
/** The same, of an aspect that the one named does not have itself: enough to offer what there is. */
const INSTEAD_OF_ITS_OWN = 0.4;
/** An aspect that those meant do not have gives way to one that they have. */
const ABSENT = 0.6;

/** Judges one part of a message in the light of what the whole message names; or, if given, of that context alone. */
export function judge(reading: Reading, whole: Reading, knowledge: Knowledge, context?: Reading): Judgement {
  const { model, vectoriser, reader } = knowledge;
  const probabilities = classify(marksOf(reading, reader), vectoriser, model);
  const candidates: Candidate[] = [];
  const refusals: Judgement['refusals'] = [];
  const compared = comparedCandidates(reading, whole, knowledge);
  // Where names and a comparative are all there is, what the classifier makes of them is what is left.
  const left = compared.length > 0 ? 1 - COMPARED : 1;
  for (const [number, label] of model.names.entries()) {
    const probability = probabilities[number] ?? 0;
    if (isRefusal(label)) refusals.push({ label, probability });
    else if (probability >= LEAST_PROBABILITY)
      candidates.push(aspectCandidate(label, left * probability, reading, whole, knowledge, context));
  }
  candidates.push(...compared, ...namedCandidates(reading, candidates, knowledge));
  const refusal = refusals.reduce((sum, { probability }) => sum + probability, 0);
  const totals = new Map<string, number>();
  for (const { group, score } of candidates) totals.set(group, (totals.get(group) ?? 0) + score);
  for (const candidate of candidates) candidate.total = Math.min(1, totals.get(candidate.group) ?? 0);
  candidates.sort((one, other) => other.total - one.total || other.score - one.score);
  refusals.sort((one, other) => other.probability - one.probability);
  return { reading, clause: false, candidates, refusals, refusal };
}

function aspectCandidate(
  question: string,
  probability: number,
  reading: Reading,
  whole: Reading,
  knowledge: Knowledge,
  given?: Reading,
): Candidate {
  const kind = kindOf(question);
  const names = ({ things, pointsTo }: Naming) =>
    [...things, ...pointsTo].some((thing) => knowledge.things.get(thing)?.kind === kind);
  // A part that names its own thing is about that; else about what the rest of the message names.
  const context = given ?? (reading.namings.some(names) ? reading : whole);
  const { things, found } = thingsFor(question, context, knowledge);
  const facts = things.map((thing) =>
    byFit(knowledge.byQuestion.get(question)?.get(thing) ?? [], context, knowledge),
  );
  return weigh({ question, things, found, facts, probability }, reading, knowledge);
}

/** A message that holds nothing but names and a comparative says with it what is compared: "which is older, Baku or Almaty". */
function comparedCandidates(reading: Reading, whole: Reading, knowledge: Knowledge): Candidate[] {
  if (!reading.comparing) return [];
  const { comparedBy } = knowledge.steering(reading.language);
  if (!onlyNames(reading, knowledge, (word) => comparedBy(word) !== undefined)) return [];
  const compared = new Set(reading.words.flatMap(({ word, meant = word }) => comparedBy(meant) ?? []));
  return [...compared]
    .slice(0, 1)
    .map((question) => aspectCandidate(question, COMPARED, reading, whole, knowledge));
}

/**
 * What is named may be meant whatever is asked of it, by its own facts and by those that mention it: with what is left
 * where no aspect is understood, and with part of what speaks for an aspect that those meant do not have.
 */
function namedCandidates(reading: Reading, others: readonly Candidate[], knowledge: Knowledge): Candidate[] {
  const places = new Set(
    reading.namings.filter(({ pointsTo }) => pointsTo.length > 0).flatMap(({ things }) => things),
  );
  const absent = others.filter(({ found }) => found === 'absent');
  const left = Math.max(0, 1 - sum(others));
  return [...namedThings(reading.namings)].flatMap((thing) => {
    const { kind, own } = knowledge.things.get(thing) ?? { kind: '', own: true };
    const mentioning = knowledge.mentioning.get(thing) ?? [];
    const told = [...(knowledge.byThing.get(thing) ?? []), ...mentioning];
    if (own || places.has(thing) || told.length === 0) return [];
    const elsewhere = absent.filter(({ things }) => mentioning.some((fact) => things.includes(fact.thing)));
    const ofItself = absent.filter(({ things }) => things.includes(thing));
    const probability = NAMED * left + INSTEAD * sum(elsewhere) + INSTEAD_OF_ITS_OWN * sum(ofItself);
    const facts = [byFit(told, reading, knowledge)];
    return [
      weigh(
        { question: `${kind}/*`, things: [thing], found: 'named', facts, probability },
        reading,
        knowledge,
      ),
    ];
  });
}

const sum = (candidates: readonly Candidate[]) =>
  candidates.reduce((total, { probability }) => total + probability, 0);

type Unweighed = Omit<Candidate, 'group' | 'score' | 'total' | keyof Account>;

function weigh(candidate: Unweighed, reading: Reading, knowledge: Knowledge): Candidate {
  const { question, things, found, facts, probability } = candidate;
  const accounted = account(question, things, facts.flat(), reading, knowledge);
  const { explained, named, unexplained, untold } = accounted;
  // A name alone says little of what is asked: words must.
  const spoken = explained + (named > 0 ? NAME_ALONE : 0);
  let score = (probability * spoken) / (spoken + DOUBT * unexplained || 1);
  if (untold.length > 0)
    score *= untold.some((thing) => knowledge.things.get(thing)?.own) ? SUBJECT_UNTOLD : UNTOLD;
  if (named > 1 && found !== 'absent') score = Math.min(1, score * LINKED);
  if (found === 'guessed') score *= GUESSED;
  if (found === 'absent') score *= ABSENT;
  const topic = facts[0]?.[0]?.topic ?? '';
  const group = things
    .map((thing) => (knowledge.things.get(thing)?.own ? `${thing}/${topic}` : thing))
    .join('+');
  return { ...candidate, ...accounted, group, score, total: score };
}
