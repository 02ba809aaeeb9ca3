import { begun, currentQuestion } from '../../quiz/draw.ts';
import { answered, type Game, MOST_PLAYERS, withShown } from '../../quiz/game.ts';
import { wordingIn } from '../wording/wording.ts';
import type { ButtonName } from './carried.ts';
import { CHOICES } from './lettered.ts';
import type { Telling } from './telling.ts';

/** What pressing a button of a quiz leads to: a word to whoever pressed, or the game as it is now. */
export type Turn = { aside: string } | { game: Game; mended: boolean; over: boolean };

/**
 * What a press does to a game. Whoever has answered may show the answer: a passer-by cannot spoil it, and nobody has to
 * wait for one who has left. The next question anybody may ask for: there is nothing to spoil.
 */
export function turn(game: Game, button: ButtonName, player: string, telling: Telling): Turn {
  const say = wordingIn(game.language);
  const question = currentQuestion(game, telling.knowledge);
  // The button that counts is there to be read.
  if (button === 'count') return stays(game);
  if (button === 'next') return game.shown ? goneOn(game, telling, false) : stays(game);
  if (game.shown) return button === 'show' ? stays(game) : { aside: say('quiz.late') };
  // Its facts have changed: it would be unfair to count it.
  if (question === undefined) return goneOn(game, telling, true);
  if (button === 'show')
    return game.answers.some(({ id }) => id === player)
      ? stays(withShown(game, question.right))
      : { aside: say('quiz.answerFirst') };
  const result = answered(game, { id: player, option: CHOICES.indexOf(button) });
  if (result === 'again') return { aside: say('quiz.again') };
  if (result === 'late') return { aside: say('quiz.late') };
  if (result === 'full') return { aside: say('quiz.full', { most: MOST_PLAYERS }) };
  return stays(telling.direct ? withShown(result, question.right) : result);
}

const stays = (game: Game): Turn => ({ game, mended: false, over: false });

/** The next question that there still is. */
function goneOn(game: Game, { knowledge }: Telling, mended: boolean): Turn {
  const next = begun(game, knowledge);
  return next === undefined
    ? { game, mended: true, over: true }
    : { game: next, mended: mended || next.at > game.at + 1, over: false };
}
