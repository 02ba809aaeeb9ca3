import type { Game } from '../../quiz/game.ts';
import type { Question } from '../../quiz/questions/question.ts';
import { colourOf, type Embed } from '../cards/embed.ts';
import { sourceLinks } from '../cards/source-links.ts';
import type { Button, Reply } from '../message/reply.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { parts, sealedGame } from './carried.ts';
import { choicesOf, LETTERS, lettered, mentions } from './lettered.ts';
import { overReply, scoreText } from './over.ts';
import type { Telling } from './telling.ts';

/** A question with its answer, who was right, and the score; with the last one the quiz is over. */
export function shownReply(
  game: Game,
  question: Question,
  telling: Telling,
  sealed = sealedGame(game, telling.seal),
): Reply {
  const say = wordingIn(game.language);
  const { options, right, fact, told } = question;
  const { base } = telling.knowledge;
  const last = game.at === game.marks.length - 1;
  const embed: Embed = {
    author: '',
    title: say('quiz.question', { number: game.at + 1, total: game.marks.length }),
    description: [
      `**${say('quiz.right', { option: lettered(options, right) })}**`,
      ...(told === undefined ? [] : [options.map((_, index) => dated(question, index, game)).join('\n')]),
      inLanguage(fact.statement, game.language),
    ].join('\n\n'),
    fields: [
      ...whoWasRight(game, question, telling),
      { name: say('sources'), value: sourceLinks(fact, base, game.language) },
      ...(last ? [] : standing(game, telling)),
    ],
    footer: '',
    ...colourOf(fact.thing, base),
  };
  if (last) {
    const over = overReply(game, telling);
    return { ...over, embeds: [embed, ...over.embeds] };
  }
  const choices = choicesOf(question);
  const carried = parts(sealed, [...choices, 'next']);
  return {
    embeds: [embed],
    rows: [
      choices.map(
        (b, index): Button => ({
          label: LETTERS[index] ?? '',
          action: { do: 'quiz', b, t: carried[index]?.t ?? '' },
          disabled: true,
        }),
      ),
      [{ label: say('quiz.next'), action: { do: 'quiz', b: 'next', t: carried.at(-1)?.t ?? '' } }],
    ],
  };
}

function dated({ options, told }: Question, index: number, { language }: Game): string {
  const date = told?.get(options[index] ?? '') ?? '';
  return `**${LETTERS[index]}.** ${options[index]}: ${writeDate(date, language)}`;
}

function whoWasRight(
  { answers, language }: Game,
  { right, options }: Question,
  { direct }: Telling,
): Embed['fields'] {
  const say = wordingIn(language);
  const [own] = answers;
  if (direct) {
    const value =
      own?.option === right
        ? say('quiz.youRight')
        : say('quiz.youChose', { option: lettered(options, own?.option ?? 0) });
    return [{ name: say('quiz.you'), value }];
  }
  const those = answers.filter(({ option }) => option === right).map(({ id }) => id);
  return [{ name: say('quiz.who'), value: those.length === 0 ? say('quiz.nobody') : mentions(those) }];
}

const standing = (game: Game, telling: Telling): Embed['fields'] =>
  telling.direct
    ? []
    : [{ name: wordingIn(game.language)('quiz.standing'), value: scoreText(game, telling) }];
