import { questionsSoFar } from '../../quiz/draw.ts';
import { type Game, type Place, score } from '../../quiz/game.ts';
import type { Reply } from '../message/reply.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { mentions } from './lettered.ts';
import type { Telling } from './telling.ts';

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

/** The score, the best first; alone with the bot, one's own. */
export function scoreText({ players, counted, language }: Game, { direct }: Telling): string {
  const say = wordingIn(language);
  if (direct) return say('quiz.yourScore', { right: players[0]?.right ?? 0, total: counted });
  const line = ({ place, right, ids }: Place) =>
    say('quiz.place', { place, who: mentions(ids), right, total: counted });
  return players.length === 0 ? say('quiz.nobody') : score(players).map(line).join('\n');
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
