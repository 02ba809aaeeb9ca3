import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { cardOfFact } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { cardsReply } from '../cards/answer.ts';
import { factEntry } from '../cards/card-rows.ts';
import { nameOf, topicOf } from '../cards/embed.ts';
import type { View } from '../cards/view.ts';
import { LIMITS } from '../message/fit.ts';
import type { Menu, Reply } from '../message/reply.ts';
import { wordingIn } from '../wording/wording.ts';

/** The facts of a thing's folder; without one, of all folders. */
function factsWithin(thing: string | undefined, { base, things }: Knowledge): Fact[] {
  const folder = thing === undefined ? undefined : things.get(thing)?.folder;
  return folder === undefined
    ? base.facts
    : base.facts.filter((fact) => things.get(fact.thing)?.folder === folder);
}

/** The topics as entries of a menu, each with the number of its facts; those with most first, should they not all fit. */
export function topicEntries(
  thing: string | undefined,
  knowledge: Knowledge,
  language: Language,
): Menu['entries'] {
  const byTopic = new Map<string, Fact[]>();
  for (const fact of factsWithin(thing, knowledge))
    byTopic.set(fact.topic, [...(byTopic.get(fact.topic) ?? []), fact]);
  const kept = new Set(
    [...byTopic]
      .toSorted(([, one], [, other]) => other.length - one.length)
      .slice(0, LIMITS.menuEntries)
      .map(([topic]) => topic),
  );
  return [...byTopic].flatMap(([topic, facts]) => {
    const [lead] = facts;
    return lead === undefined || !kept.has(topic)
      ? []
      : [
          {
            label: topicOf(lead, knowledge.base, language),
            value: topic,
            description: wordingIn(language)('topics.facts', { count: facts.length }),
          },
        ];
  });
}

/** Browsing: a menu of topics. */
export function topicsReply(thing: string | undefined, knowledge: Knowledge, { language }: View): Reply {
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
    rows: [topicMenu(thing, knowledge, language)],
  };
}

const topicMenu = (thing: string | undefined, knowledge: Knowledge, language: Language): Menu => ({
  placeholder: wordingIn(language)('menu.topic'),
  action: { do: 'topics', ...(thing === undefined ? {} : { thing }), in: language },
  entries: topicEntries(thing, knowledge, language),
});

/** Browsing on: the facts of a topic in a menu, under that of the topics. Undefined if there are none. */
export function factsOfTopicReply(
  topic: string,
  thing: string | undefined,
  knowledge: Knowledge,
  { language }: View,
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
      topicMenu(thing, knowledge, language),
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
  return { embeds, rows: [...rows, topicMenu(thing, knowledge, view.language)] };
}
