import { cardOfFact } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { cardsReply } from '../cards/answer.ts';
import type { View } from '../cards/view.ts';
import { plainReply, type Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';

/** One fact with its source, of a thing's folder or a topic if one is given. `chance` is from 0 up to 1. */
export function randomReply(
  { thing, topic }: { thing?: string | undefined; topic?: string | undefined },
  chance: number,
  knowledge: Knowledge,
  view: View,
): Reply {
  const folder = thing === undefined ? undefined : knowledge.things.get(thing)?.folder;
  const facts = knowledge.base.facts.filter(
    (fact) =>
      (topic === undefined || fact.topic === topic) &&
      (folder === undefined || knowledge.things.get(fact.thing)?.folder === folder),
  );
  const fact = facts[Math.floor(chance * facts.length)];
  const say = wordingIn(view.language);
  if (fact === undefined) return plainReply(say('problem.noFacts'));
  const { embeds, rows } = cardsReply([cardOfFact(fact, knowledge)], knowledge, view);
  const another = {
    label: say('button.another'),
    action: {
      do: 'another' as const,
      ...(thing === undefined ? {} : { thing }),
      ...(topic === undefined ? {} : { topic }),
      in: view.language,
    },
  };
  return { embeds, rows: [...rows, [another]] };
}
