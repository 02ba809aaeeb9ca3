import { currentQuestion } from '../../quiz/draw.ts';
import type { Game } from '../../quiz/game.ts';
import type { Reply } from '../message/reply.ts';
import { askedReply } from './asked.ts';
import { overReply } from './over.ts';
import { shownReply } from './shown.ts';
import type { Telling } from './telling.ts';

/** The quiz as it stands: its question, that question's answer, or its end. */
export function gameReply(game: Game, telling: Telling, sealed?: string): Reply {
  const question = currentQuestion(game, telling.knowledge);
  if (question === undefined) return overReply(game, telling);
  return game.shown
    ? shownReply(game, question, telling, sealed)
    : askedReply(game, question, telling, sealed);
}
