import type { Card } from '../answer.ts';
import { cardOf } from '../cards.ts';
import { MARGIN, SURE } from '../decide.ts';
import type { Candidate, Judgement } from '../judging/candidates.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import { understandReading } from '../judging/understand.ts';
import type { Reading } from '../reading/reading.ts';
import { type Told, thingsTold } from './told.ts';

/** So sure together, two question classes of the same things are sure enough for the likelier of them. */
const TOGETHER = 0.8;
/** How much more of the words must be accounted for than not. */
const EXPLAINED = 2;

/** What a message asks of what was told: a card that tells it, or something that those told of do not have. */
export type InLight = Card | 'absent';

/** Understands a message as asking of the things told of; else of those that the facts told mention. */
export function inLight(reading: Reading, told: Told, knowledge: Knowledge): InLight | undefined {
  const ofThese = askedOf(thingsTold(told), reading, knowledge);
  if (ofThese !== undefined) return ofThese;
  const mentioned = new Set(told.facts.flatMap(({ mentions }) => mentions));
  const ofMentioned = mentioned.size === 0 ? undefined : askedOf([...mentioned], reading, knowledge);
  return ofMentioned === 'absent' ? undefined : ofMentioned;
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
  if (missing !== undefined && missing.probability >= (best?.probability ?? 0)) return 'absent';
  return best !== undefined && isSure(best, decisive) ? cardOf(best, knowledge, candidates) : undefined;
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
    best.total >= MARGIN * (next?.total ?? 0) &&
    best.total > refusal &&
    // Chatter has no word that asks for anything.
    best.explained > 0 &&
    best.explained >= EXPLAINED * left
  );
}
