import type { Fact } from '../../facts/base.ts';
import type { Answer } from '../answer.ts';
import { decide } from '../decide.ts';
import type { Knowledge } from '../judging/knowledge.ts';
import type { Asked } from '../judging/steering.ts';
import { readIn } from '../judging/understand.ts';
import { languageAfter } from '../language.ts';
import { isForeign, type Reading } from '../reading/reading.ts';
import { answerAsking, answerAsOf } from './asking.ts';
import { inLight } from './in-light.ts';
import { leaningOf } from './leaning.ts';
import { answerOpen } from './open.ts';
import { moreOf, sameOfNamed, sameOfOther } from './same.ts';
import type { Told } from './told.ts';

/** What a message is met with: an answer, or the sources of facts told before. */
export type Followed = { answer: Answer } | { cited: Fact[] };

/**
 * Answers a message in the light of what was told right before it, if anything was. A question that stands alone is
 * answered by itself, whatever was told; one that leans on something, where nothing was told, is met with advice.
 */
export function follow(message: string, knowledge: Knowledge, told?: Told): Followed {
  const reading = readIn(message, knowledge, languageAfter(message, knowledge, told?.language)?.language);
  if (told === undefined) return { answer: withoutContext(message, reading, knowledge) };
  const standsAlone =
    reading.words.length === 0 ||
    knowledge.facts.has(message.trim()) ||
    // What is not ours is never understood from what is.
    reading.namings.some(isForeign);
  if (standsAlone) return { answer: decide(message, knowledge).answer };
  const languages = told.language === undefined ? [reading.language] : [told.language, reading.language];
  const leaning = leaningOf(reading, languages, knowledge);
  switch (leaning.by) {
    case 'sources':
      return told.leads.length === 0
        ? { answer: { status: 'none', why: 'not-told' } }
        : { cited: told.leads };
    case 'more':
      return { answer: moreOf(told, knowledge) };
    case 'other':
      return { answer: sameOfOther(told, knowledge) };
    case 'asking':
      return { answer: answerAsked(leaning.asked, reading, told, knowledge) };
    case 'again':
      return { answer: sameOfNamed(reading, told, knowledge) ?? decide(message, knowledge).answer };
    case 'open':
      return { answer: answerOpen(message, reading, leaning.pronoun, told, knowledge) };
  }
}

function withoutContext(message: string, reading: Reading, knowledge: Knowledge): Answer {
  const { answer } = decide(message, knowledge);
  if (answer.status !== 'none' || answer.why !== 'not-understood') return answer;
  const { by } = leaningOf(reading, [reading.language], knowledge);
  return by === 'open' ? answer : { status: 'none', why: 'of-what' };
}

function answerAsked(asked: readonly Asked[], reading: Reading, told: Told, knowledge: Knowledge): Answer {
  const answer = answerAsking(asked, told, knowledge);
  if (answer !== undefined) return answer;
  const understood = inLight(reading, told, knowledge);
  if (understood !== undefined && understood !== 'absent') return { status: 'answer', cards: [understood] };
  const asOf = asked.some(({ does }) => does === 'when') ? answerAsOf(told, knowledge) : undefined;
  return asOf ?? { status: 'none', why: 'not-told' };
}
