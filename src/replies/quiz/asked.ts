import type { Game } from '../../quiz/game.ts';
import { BLANK, type Question } from '../../quiz/questions/question.ts';
import type { Button, Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';
import { type ButtonName, parts, sealedAnswers, sealedGame } from './carried.ts';
import { choicesOf, LETTERS, lettered, mentions } from './lettered.ts';
import type { Telling } from './telling.ts';

/** Longer options than this stand in the card alone: a phone cuts a button. */
const LONGEST_ON_BUTTON = 36;

/**
 * A question being asked, with a button for each option; in a channel also who has answered, and a button that shows the
 * answer. It has no colour: a library's own would tell which it is. `sealed` is what its buttons carry already, if it was
 * asked before: it stays as it is.
 */
export function askedReply(
  game: Game,
  question: Question,
  telling: Telling,
  sealed = sealedGame(game, telling.seal),
): Reply {
  const say = wordingIn(game.language);
  const { options, kind, sentence } = question;
  const { answers } = game;
  const short = options.every((option) => option.length <= LONGEST_ON_BUTTON);
  const choices = choicesOf(question);
  const carriers: readonly ButtonName[] = telling.direct ? choices : [...choices, 'show'];
  const carried = parts(sealed, carriers);
  const buttons = choices.map(
    (b, index): Button => ({
      label: short ? lettered(options, index) : (LETTERS[index] ?? ''),
      action: { do: 'quiz', b, t: carried[index]?.t ?? '' },
    }),
  );
  return {
    embeds: [
      {
        author: '',
        title: say('quiz.question', { number: game.at + 1, total: game.marks.length }),
        description: [
          ...(sentence === ''
            ? [`**${say(`quiz.ask.${kind}`)}**`]
            : [`**${say(`quiz.ask.${kind}`)}**\n> ${sentence.replace(BLANK, `**${BLANK}**`)}`]),
          options.map((_, index) => `**${LETTERS[index]}.** ${options[index]}`).join('\n'),
        ].join('\n\n'),
        fields:
          answers.length === 0
            ? []
            : [
                {
                  name: say('quiz.answered', { number: answers.length }),
                  value: mentions(answers.map(({ id }) => id)),
                },
              ],
        footer: telling.direct ? '' : say('quiz.how'),
      },
    ],
    rows: telling.direct
      ? [buttons]
      : [
          buttons,
          [
            { label: say('quiz.show'), action: { do: 'quiz', b: 'show', t: carried.at(-1)?.t ?? '' } },
            {
              label: say('quiz.answered', { number: answers.length }),
              action: { do: 'quiz', b: 'count', t: sealedAnswers(sealed, game, telling.seal) },
              disabled: true,
            },
          ],
        ],
  };
}
