import type { Answer } from '../answer.ts';
import { cardOf } from '../cards.ts';
import { MARGIN, SURE } from '../decide.ts';
import type { Candidate, Judgement } from '../judging/candidates.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import { understandReading } from '../judging/understand.ts';
import type { Reading } from '../reading/reading.ts';
import { type Told, thingsTold } from './told.ts';

/** How likely an aspect must be by itself, not only together with what else would be told on its card. */
const LIKELY = 0.15;
/** So likely an aspect is meant even of a thing that does not have it. */
const SURELY_MEANT = 0.5;

/** So sure together, two question classes of the same things are sure enough for the likelier of them. */
const TOGETHER = 0.8;
/** How much more of the words must be accounted for than not. */
const EXPLAINED = 2;

/** What a message asks of what was told: an answer and its reasons, or a question class that those told of do not have. */
export type InLight = { answer: Answer; best: Candidate } | { absent: string };

/** Understands a message as asking of the things told of; else of those that the facts told mention. */
export function inLight(reading: Reading, told: Told, knowledge: Knowledge): InLight | undefined {
  const mentioned = (facts: Told['facts']) => facts.flatMap(({ mentions }) => mentions);
  const kindOf = (thing: string) => knowledge.things.get(thing)?.kind;
  // A message that names a thing of a kind asks of that, not of another of its kind.
  const named = new Set(
    reading.namings.flatMap(({ things, pointsTo }) => [...things, ...pointsTo]).map(kindOf),
  );
  // "When was the library founded?" asks of none but those that are called so.
  const called = reading.words.some(({ word, meant = word }) => knowledge.reader.isNoun(meant));
  const meant = (circle: readonly string[]) =>
    [...new Set(circle)].filter(
      (thing) => !named.has(kindOf(thing)) && (!called || knowledge.things.get(thing)?.own),
    );
  const of = (circle: readonly string[]) => {
    const things = meant(circle);
    return things.length === 0 ? undefined : askedOf(things, reading, knowledge);
  };
  const ofThese = of(thingsTold(told));
  if (ofThese !== undefined) return ofThese;
  const ofMentioned = [told.leads, told.facts].map((facts) => of(mentioned(facts)));
  return ofMentioned.find((asked) => asked !== undefined && 'answer' in asked);
}

function askedOf(things: readonly string[], reading: Reading, knowledge: Knowledge): InLight | undefined {
  const named = things.map((thing) => ({ from: 0, to: -1, things: [thing], pointsTo: [] }));
  const { decisive } = understandReading({ ...reading, namings: [...reading.namings, ...named] }, knowledge);
  const { candidates } = decisive;
  const isOfThese = (thing: string) => things.includes(thing);
  const aspects = candidates.filter(({ question }) => !question.endsWith('/*'));
  const best = aspects.find(
    ({ found, things: meant, facts }) =>
      (found === 'named' && meant.every(isOfThese)) ||
      // Of a person much is told as of the library that they lead.
      (found === 'headline' && facts.every(([fact]) => fact?.mentions.some(isOfThese))),
  );
  const missing = aspects.find(({ found, things: meant }) => found === 'absent' && meant.every(isOfThese));
  if (missing !== undefined && missing.probability >= Math.max(SURELY_MEANT, best?.probability ?? 0))
    return { absent: missing.question };
  return best !== undefined && isSure(best, decisive)
    ? { answer: { status: 'answer', cards: [cardOf(best, knowledge, candidates)] }, best }
    : undefined;
}

function isSure(best: Candidate, { reading, candidates, refusal }: Judgement): boolean {
  // Two sides of one matter of the same things are no doubt: an address, and what is round it.
  const [one = best, ...others] = candidates.filter(
    ({ group, things }, index, all) =>
      String(things) === String(best.things) && all.findIndex((other) => other.group === group) === index,
  );
  const together = one.total + (others[0]?.total ?? 0);
  const rival = ({ group, things }: Candidate) =>
    group !== best.group && (together < TOGETHER || String(things) !== String(best.things));
  const next = candidates.find(rival);
  // What the one leaves over another may account for that is told on the same card.
  const left = Math.min(
    ...candidates.flatMap(({ group, unexplained }) => (group === best.group ? [unexplained] : [])),
  );
  return (
    best.total >= SURE[reading.language] &&
    best.score >= LIKELY &&
    best.total >= MARGIN * (next?.total ?? 0) &&
    best.total > refusal &&
    // Chatter has no word that asks for anything.
    best.explained > 0 &&
    best.explained >= EXPLAINED * left &&
    best.strangers.length === 0 &&
    best.untold.length === 0
  );
}
