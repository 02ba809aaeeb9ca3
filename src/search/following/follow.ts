import type { Fact } from '../../facts/base.ts';
import type { Answer, Card } from '../answer.ts';
import { decide, decideUnderstood } from '../decide.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import { readIn, understandReading } from '../judging/understand.ts';
import { languageAfter } from '../language.ts';
import { isForeign, type Reading } from '../reading/reading.ts';
import { answerAsking } from './asking.ts';
import { inLight } from './in-light.ts';
import { type Leaning, leaningOf } from './leaning.ts';
import { moreOf, sameOfNamed, sameOfOther } from './same.ts';
import { type Told, thingsTold } from './told.ts';

/** What a message is met with: an answer, or the sources of facts told before. */
export type Followed = { answer: Answer } | { cited: Fact[] };

/**
 * Answers a message in the light of what was told right before it, if anything was. A question that stands alone is
 * answered by itself, whatever was told; one that leans on nothing, where nothing was told, is met with advice.
 */
export function follow(message: string, knowledge: Knowledge, told?: Told): Followed {
  if (told === undefined) return { answer: withoutContext(message, knowledge) };
  const reading = readIn(message, knowledge, languageAfter(message, knowledge, told.language)?.language);
  const alone = () => decideUnderstood(message, understandReading(reading, knowledge), knowledge).answer;
  if (reading.words.length === 0 || isExact(message, knowledge)) return { answer: alone() };
  // What is not ours is never understood from what is.
  if (reading.namings.some(isForeign)) return { answer: alone() };
  const leaning = leaningOf(reading, languagesOf(reading, told), knowledge);
  switch (leaning.by) {
    case 'sources':
      return told.leads.length === 0 ? { answer: NOT_TOLD } : { cited: told.leads };
    case 'more':
      return { answer: moreOf(told, knowledge) };
    case 'other':
      return { answer: sameOfOther(told, knowledge) };
    case 'asking':
      return { answer: asked(leaning, reading, told, knowledge) };
    case 'again':
      return { answer: sameOfNamed(reading, told, knowledge) ?? namesAlone(reading, knowledge) };
    case 'open':
      return { answer: open(reading, leaning.pronoun, alone(), told, knowledge) };
  }
}

const NOT_TOLD: Answer = { status: 'none', why: 'not-told' };

const languagesOf = ({ language }: Reading, told: Told) =>
  told.language === undefined ? [language] : [told.language, language];

const isExact = (message: string, knowledge: Knowledge) => knowledge.facts.has(message.trim());

function withoutContext(message: string, knowledge: Knowledge): Answer {
  const { answer, understanding } = decide(message, knowledge);
  if (answer.status !== 'none' || answer.why !== 'not-understood') return answer;
  const { reading } = understanding;
  const { by } = leaningOf(reading, [reading.language], knowledge);
  return by === 'open' ? answer : { status: 'none', why: 'of-what' };
}

function asked(
  { asked }: Extract<Leaning, { by: 'asking' }>,
  reading: Reading,
  told: Told,
  knowledge: Knowledge,
): Answer {
  const answer = answerAsking(asked, told, knowledge);
  if (answer.status === 'answer') return answer;
  const understood = inLight(reading, told, knowledge);
  return understood !== undefined && 'answer' in understood ? understood.answer : answer;
}

/** What is told for the names of a message without the words round them. */
function namesAlone({ words, namings }: Reading, knowledge: Knowledge): Answer {
  const names = namings.flatMap(({ from, to }) => words.slice(from, to + 1).map(({ typed }) => typed));
  return decide(names.join(' '), knowledge).answer;
}

/** A question of more than names and question words: by itself, unless it needs what was told and that has it. */
function open(reading: Reading, pronoun: boolean, alone: Answer, told: Told, knowledge: Knowledge): Answer {
  if (alone.status === 'none' && alone.why !== 'not-understood') return alone;
  const named = reading.namings.length > 0;
  if (named && alone.status === 'answer' && !pronoun) return alone;
  const understood = inLight(reading, told, knowledge);
  if (understood !== undefined && 'answer' in understood)
    return !pronoun && isOfItself(alone, understood.sureness, knowledge) ? alone : understood.answer;
  if (named || alone.status !== 'answer') return alone;
  // An aspect that those told of do not have is not told of others in its place.
  if (understood !== undefined) return NOT_TOLD;
  return pronoun && !alone.cards.some((card) => isNear(card, told, knowledge)) ? NOT_TOLD : alone;
}

/** Is a question, without a name, so surely of one small thing that it needs no other to be understood? */
function isOfItself(alone: Answer, sureness: number, knowledge: Knowledge): boolean {
  if (alone.status !== 'answer') return false;
  const [card] = alone.cards;
  return (
    card !== undefined &&
    card.score > sureness &&
    card.columns.every(({ thing }) => knowledge.things.get(thing)?.own === false)
  );
}

/** Does a card tell of what was told: of the same things, of what belongs to them, of what was mentioned, or mentioning it? */
function isNear({ columns }: Card, told: Told, knowledge: Knowledge): boolean {
  const before = new Set([...thingsTold(told), ...told.facts.flatMap(({ mentions }) => mentions)]);
  const folders = new Set([...before].map((thing) => knowledge.things.get(thing)?.folder));
  return columns.some(
    ({ thing, facts }) =>
      before.has(thing) ||
      folders.has(knowledge.things.get(thing)?.folder) ||
      facts[0]?.mentions.some((one) => before.has(one)),
  );
}
