import { cardOfFact } from '../../search/cards.ts';
import { factOfDay } from '../../search/fact-of-day.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import type { Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';
import { cardsReply } from './answer.ts';
import type { View } from './view.ts';

/** The fact of a day such as "2026-05-23" on its card, whose footer ends with the day. Undefined where there are no facts. */
export function dailyReply(day: string, knowledge: Knowledge, view: View): Reply | undefined {
  const told = factOfDay(day, knowledge.base.facts);
  if (told === undefined) return undefined;
  const say = wordingIn(view.language);
  const { embeds, rows } = cardsReply([cardOfFact(told.fact, knowledge)], knowledge, view);
  return {
    text: told.year === undefined ? say('daily.lead') : say('daily.onThisDay', { year: told.year }),
    embeds: embeds.map((embed) => ({ ...embed, footer: `${embed.footer}${markOf(day)}` })),
    rows,
  };
}

/** Is this the footer of the fact of that day, whatever its language? */
export const isFooterOf = (day: string, footer: string): boolean => footer.endsWith(markOf(day));

const markOf = (day: string) => ` · ${day}`;
