import type { Fact } from '../../facts/base.ts';
import { cardOfTopic } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { cardsReply } from '../cards/answer.ts';
import type { View } from '../cards/view.ts';
import { plainReply, type Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';

/** A topic of one thing; without one, of those that stand for their kind, side by side; or only what mentions a thing. */
export function topicReply(
  topic: string,
  thing: string | undefined,
  knowledge: Knowledge,
  view: View,
  mentioned?: string,
): Reply {
  const headlines = knowledge.base.things.filter(({ headline }) => headline).map(({ id }) => id);
  const things = thing === undefined ? headlines : [thing];
  const told = (fact: Fact) => mentioned === undefined || fact.mentions.includes(mentioned);
  const card = cardOfTopic(topic, things, knowledge, { named: thing !== undefined, told });
  return card === undefined
    ? plainReply(wordingIn(view.language)('problem.noFacts'))
    : cardsReply([card], knowledge, view);
}
