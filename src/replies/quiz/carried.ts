import type { Game } from '../../quiz/game.ts';
import { packed, packedAnswers, unpacked } from '../../quiz/packed.ts';
import type { Seal } from '../../quiz/seal.ts';
import { actionOf, QUIZ_BUTTONS } from '../message/action.ts';

/*
 * A quiz travels in its own message. What stays the same while a question is asked is sealed and cut into parts, one in
 * each button that can be pressed: these never change under anybody's finger. What was chosen is sealed in the button
 * that counts the answers; who chose it, in the same order, is told by the mentions that everybody sees.
 */

/** The buttons of a message, by what each carries. */
export type ButtonName = (typeof QUIZ_BUTTONS)[number];

/** A message of a quiz, as far as it carries something: its customIds and the texts of its fields. */
export type Carrier = { customIds: readonly string[]; texts: readonly string[] };

/** A game as it was read from a message, with what its buttons carry. */
export type Carried = { game: Game; sealed: string };

/** A game sealed, to be cut into parts. */
export const sealedGame = (game: Game, seal: Seal): string => seal.close(packed(game));

/** What is sealed in as many parts as there are buttons. */
export function parts<Name extends ButtonName>(
  sealed: string,
  buttons: readonly Name[],
): { b: Name; t: string }[] {
  const size = Math.ceil(sealed.length / buttons.length);
  return buttons.map((b, index) => ({ b, t: sealed.slice(index * size, (index + 1) * size) }));
}

/** What was chosen, sealed so that it opens only beside the same question and the same people. */
export const sealedAnswers = (sealed: string, { answers }: Game, seal: Seal): string =>
  seal.close(
    packedAnswers(answers),
    beside(
      sealed,
      answers.map(({ id }) => id),
    ),
  );

const beside = (sealed: string, ids: readonly string[]) => [sealed, ...ids].join(' ');

/** The game that a message carries; undefined if it carries none, or none that was sealed with this seal. */
export function carriedBy({ customIds, texts }: Carrier, seal: Seal): Carried | undefined {
  const found = new Map<ButtonName, string>();
  for (const customId of customIds) {
    const action = actionOf(customId);
    if (action?.do === 'quiz') found.set(action.b, action.t);
  }
  const sealed = QUIZ_BUTTONS.flatMap((b) => (b === 'count' ? [] : (found.get(b) ?? []))).join('');
  const opened = seal.open(sealed);
  const game = opened === undefined ? undefined : unpacked(opened);
  const counted = found.get('count');
  if (game === undefined || counted === undefined) return game === undefined ? undefined : { game, sealed };
  const ids = texts.flatMap((text) => [...text.matchAll(/<@(\d+)>/g)].map(([, id = '']) => id));
  const chosen = seal.open(counted, beside(sealed, ids));
  if (chosen === undefined || chosen.length !== ids.length) return undefined;
  return {
    game: { ...game, answers: ids.map((id, index) => ({ id, option: chosen[index] ?? 0 })) },
    sealed,
  };
}
