import { drawn, type Subject } from '../../quiz/draw.ts';
import { SEED } from '../../quiz/packed.ts';
import type { View } from '../cards/view.ts';
import { plainReply, type Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';
import { gameReply } from './game.ts';
import type { Telling } from './telling.ts';

/** So many questions where nobody says how many … */
export const USUAL = 5;
/** … and so many at most. */
export const MOST_QUESTIONS = 10;

/** A new quiz at its first question. `chance` is from 0 up to 1; where there are fewer questions than wanted, it says so. */
export function quizReply(
  subject: Subject,
  count: number,
  chance: number,
  { language }: View,
  telling: Telling,
): Reply {
  const say = wordingIn(language);
  const seed = Math.floor(chance * 256 ** SEED)
    .toString(16)
    .padStart(2 * SEED, '0');
  const quiz = drawn(subject, count, seed, telling.knowledge, language);
  if (quiz === undefined) return plainReply(say('quiz.nothing'));
  const reply = gameReply(quiz.game, telling);
  return quiz.there < count ? { ...reply, text: say('quiz.few', { count: quiz.there }) } : reply;
}
