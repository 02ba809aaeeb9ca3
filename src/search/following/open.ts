import type { Answer, Card } from '../answer.ts';
import { decide } from '../decide.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import type { Reading } from '../reading/reading.ts';
import { inLight } from './in-light.ts';
import { type Told, thingsTold } from './told.ts';

/** In a longer question a pronoun mostly stands for something in it. */
const SHORT = 6;

const NOT_TOLD: Answer = { status: 'none', why: 'not-told' };

/** Answers a question of more than names and question words: by itself, unless it needs what was told and that has it. */
export function answerOpen(
  message: string,
  reading: Reading,
  pronoun: boolean,
  told: Told,
  knowledge: Knowledge,
): Answer {
  const { answer: alone } = decide(message, knowledge);
  if (alone.status === 'none' && alone.why !== 'not-understood') return alone;
  const leans = pronoun && reading.words.length <= SHORT;
  const named = reading.namings.length > 0;
  if (named && !leans) return alone;
  const understood = inLight(reading, told, knowledge);
  const [card] = alone.status === 'answer' ? alone.cards : [];
  if (understood !== undefined && understood !== 'absent') return { status: 'answer', cards: [understood] };
  if (card === undefined || named) return alone;
  // What those told of do not have is not told of others of their kind in its place.
  if (understood === 'absent' && isOfTheirKind(card, told, knowledge)) return NOT_TOLD;
  return leans && !isNear(card, told) ? NOT_TOLD : alone;
}

/** Does a card tell of other things of the kind of those told of? */
function isOfTheirKind({ columns }: Card, told: Told, knowledge: Knowledge): boolean {
  const before = thingsTold(told);
  const kinds = new Set(before.map((thing) => knowledge.things.get(thing)?.kind));
  return columns.every(
    ({ thing }) => !before.includes(thing) && kinds.has(knowledge.things.get(thing)?.kind),
  );
}

/** Does a card tell of what was told: of the same things, of what was mentioned, or mentioning it? */
function isNear({ columns }: Card, told: Told): boolean {
  const before = new Set([...thingsTold(told), ...told.facts.flatMap(({ mentions }) => mentions)]);
  return columns.some(
    ({ thing, facts }) => before.has(thing) || facts[0]?.mentions.some((one) => before.has(one)),
  );
}
