import { currentQuestion, questionsSoFar } from '../../quiz/draw.ts';
import { type Game, type Place, score } from '../../quiz/game.ts';
import { BLANK, type Question } from '../../quiz/questions/question.ts';
import type { Seal } from '../../quiz/seal.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { colourOf, type Embed } from '../cards/embed.ts';
import { sourceLinks } from '../cards/source-links.ts';
import type { Button, Reply } from '../message/reply.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { type ButtonName, parts, sealedAnswers, sealedGame } from './carried.ts';

/** How a quiz is told: sealed with what, from which facts, to one reader or to a channel. */
export type Telling = { knowledge: Knowledge; seal: Seal; direct: boolean };

const LETTERS = ['A', 'B', 'C', 'D'];
const CHOICES = ['a', 'b', 'c', 'd'] as const satisfies readonly ButtonName[];
/** Longer options than this stand in the card alone: a phone cuts a button. */
const LONGEST_ON_BUTTON = 36;

/** "B. 1939". */
const lettered = (options: readonly string[], index: number): string =>
  `${LETTERS[index] ?? ''}. ${options[index] ?? ''}`;

/**
 * A question being asked, with a button for each option; in a channel also who has answered, and a button that shows the
 * answer. `sealed` is what its buttons carry already, if it was asked before: it stays as it is.
 */
function askedReply(
  game: Game,
  question: Question,
  telling: Telling,
  sealed = sealedGame(game, telling.seal),
): Reply {
  const say = wordingIn(game.language);
  const { options, kind, sentence, fact } = question;
  const { answers } = game;
  const short = options.every((option) => option.length <= LONGEST_ON_BUTTON);
  const carriers: readonly ButtonName[] = telling.direct ? CHOICES : [...CHOICES, 'show'];
  const carried = parts(sealed, carriers);
  const buttons = CHOICES.map(
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
        ...colourOf(fact.thing, telling.knowledge.base),
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

/** A question with its answer, who was right, and the score; with the last one the quiz is over. */
function shownReply(
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
    ].join('\n'),
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
  const carried = parts(sealed, [...CHOICES, 'next']);
  return {
    embeds: [embed],
    rows: [
      CHOICES.map(
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

/** The end of a quiz: the score, and what was asked with all the answers. */
export function overReply(game: Game, telling: Telling): Reply {
  const say = wordingIn(game.language);
  const questions = questionsSoFar(game, telling.knowledge);
  return {
    embeds: [
      {
        author: '',
        title: say('quiz.over'),
        description: scoreText(game, telling),
        fields:
          questions.length === 0
            ? []
            : chunks(
                questions.map(
                  ({ fact }) =>
                    `• ${inLanguage(fact.title, game.language)}: ${inLanguage(fact.value, game.language)}`,
                ),
              ).map((value) => ({ name: say('quiz.answers'), value })),
        footer: '',
      },
    ],
    rows: [],
  };
}

/** Lines that fit into a field, in as many fields as it takes. */
function chunks(lines: readonly string[]): string[] {
  const fitting: string[] = [];
  for (const line of lines) {
    const last = fitting.at(-1);
    if (last !== undefined && last.length + line.length < MOST_IN_FIELD)
      fitting[fitting.length - 1] = `${last}\n${line}`;
    else fitting.push(line);
  }
  return fitting;
}

const MOST_IN_FIELD = 1000;

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

function scoreText({ players, counted, language }: Game, { direct }: Telling): string {
  const say = wordingIn(language);
  if (direct) return say('quiz.yourScore', { right: players[0]?.right ?? 0, total: counted });
  const line = ({ place, right, ids }: Place) =>
    say('quiz.place', { place, who: mentions(ids), right, total: counted });
  return players.length === 0 ? say('quiz.nobody') : score(players).map(line).join('\n');
}

const mentions = (ids: readonly string[]): string => ids.map((id) => `<@${id}>`).join(' ');

/** The quiz as it stands: its question, that question's answer, or its end. */
export function gameReply(game: Game, telling: Telling, sealed?: string): Reply {
  const question = currentQuestion(game, telling.knowledge);
  if (question === undefined) return overReply(game, telling);
  return game.shown
    ? shownReply(game, question, telling, sealed)
    : askedReply(game, question, telling, sealed);
}
