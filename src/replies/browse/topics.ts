import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { cardOfFact } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { cardsReply } from '../cards/answer.ts';
import { factEntry, showRow } from '../cards/card-rows.ts';
import { nameOf, topicOf } from '../cards/embed.ts';
import type { View } from '../cards/view.ts';
import { LIMITS } from '../message/fit.ts';
import { pageOf } from '../message/pages.ts';
import type { Menu, Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';

/** The facts of a thing's folder; without one, of all folders. */
function factsWithin(thing: string | undefined, { base, things }: Knowledge): Fact[] {
  const folder = thing === undefined ? undefined : things.get(thing)?.folder;
  return folder === undefined
    ? base.facts
    : base.facts.filter((fact) => things.get(fact.thing)?.folder === folder);
}

/** The topics in as many menus as they take, each topic with the number of its facts. */
export function topicMenus(thing: string | undefined, knowledge: Knowledge, language: Language): Menu[] {
  const byTopic = new Map<string, Fact[]>();
  for (const fact of factsWithin(thing, knowledge))
    byTopic.set(fact.topic, [...(byTopic.get(fact.topic) ?? []), fact]);
  const say = wordingIn(language);
  const entries = [...byTopic].flatMap(([topic, facts]) => {
    const [lead] = facts;
    if (lead === undefined) return [];
    const label = topicOf(lead, knowledge.base, language);
    return [{ label, value: topic, description: say('topics.facts', { count: facts.length }) }];
  });
  const { pages } = pageOf(entries, 0, LIMITS.menuEntries);
  return Array.from({ length: pages }, (_, part) => ({
    placeholder: pages === 1 ? say('menu.topic') : `${say('menu.topic')} (${part + 1}/${pages})`,
    action: {
      do: 'topics',
      ...(thing === undefined ? {} : { thing }),
      ...(part === 0 ? {} : { part }),
      in: language,
    },
    entries: pageOf(entries, part, LIMITS.menuEntries).items,
  }));
}

/** Browsing: a menu of topics. */
export function topicsReply(
  thing: string | undefined,
  knowledge: Knowledge,
  { language, showable }: View,
): Reply {
  const say = wordingIn(language);
  return {
    embeds: [
      {
        author: '',
        title:
          thing === undefined
            ? say('topics.title')
            : say('topics.of', { name: nameOf(thing, knowledge.base, language) }),
        description: say('topics.invite'),
        fields: [],
        footer: '',
      },
    ],
    rows: [...topicMenus(thing, knowledge, language), ...showRow(showable, language)],
  };
}

/** Browsing on: the facts of a topic in a menu, under that of the topics. Undefined if there are none. */
export function factsOfTopicReply(
  topic: string,
  thing: string | undefined,
  knowledge: Knowledge,
  { language, showable }: View,
): Reply | undefined {
  const facts = factsWithin(thing, knowledge).filter((fact) => fact.topic === topic);
  const [lead] = facts;
  if (lead === undefined) return undefined;
  const say = wordingIn(language);
  return {
    embeds: [
      {
        author: thing === undefined ? '' : nameOf(thing, knowledge.base, language),
        title: say('topics.chosen', { count: facts.length, topic: topicOf(lead, knowledge.base, language) }),
        description: say('menu.fact'),
        fields: [],
        footer: '',
      },
    ],
    rows: [
      {
        placeholder: say('menu.fact'),
        action: { do: 'facts', ...(thing === undefined ? {} : { thing }), in: language },
        entries: facts.map((fact) => ({
          ...factEntry(fact, knowledge, language),
          description: nameOf(fact.thing, knowledge.base, language),
        })),
      },
      ...topicMenus(thing, knowledge, language),
      ...showRow(showable, language),
    ],
  };
}

/** The fact chosen while browsing, with the menu of topics to go on. */
export function browsedFactReply(
  fact: Fact,
  thing: string | undefined,
  knowledge: Knowledge,
  view: View,
): Reply {
  const { embeds, rows } = cardsReply([cardOfFact(fact, knowledge)], knowledge, view);
  return { embeds, rows: [...rows, ...topicMenus(thing, knowledge, view.language)] };
}
