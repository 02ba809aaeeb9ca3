import type { Fact, Thing } from '../../facts/base.ts';
import type { Card } from '../../search/answer.ts';
import { factsOfTopic } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import type { Button, Menu, Reply } from '../message/reply.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { topicOf } from './embed.ts';
import { toldByColumn } from './told.ts';
import type { View } from './view.ts';

/** Where to go on from a card: the same of another library, its sources, everyone, and what is related. */
export function cardRows(card: Card, knowledge: Knowledge, view: View): Reply['rows'] {
  const { language } = view;
  const lead = card.columns[0]?.facts[0];
  if (lead === undefined) return [];
  const say = wordingIn(language);
  const buttons: Button[] = [
    ...(card.columns.length === 1 ? otherThings(lead, knowledge) : []).map(
      (thing): Button => ({
        label: say('button.other', { name: inLanguage(thing.place ?? thing.name, language) }),
        action: { do: 'other', topic: lead.topic, thing: thing.id, in: language },
      }),
    ),
    { label: say('button.sources'), action: { do: 'sources', fact: lead.id, in: language } },
    ...lastButtons(lead.id, view),
  ];
  return [buttons, ...relatedMenu(card, knowledge, view)];
}

/** Posts a private reply for everyone. */
const showButton = (language: View['language']): Button => ({
  label: wordingIn(language)('button.show'),
  action: { do: 'show', in: language },
});

/** That button in a row of its own, where there is something to show. */
export const showRow = (showable: boolean, language: View['language']): Button[][] =>
  showable ? [[showButton(language)]] : [];

/** Opens the form for what is wrong with a fact, or missing, where someone takes corrections. */
const correctButton = (fact: string | undefined, { language, feedback }: View): Button[] =>
  feedback
    ? [
        {
          label: wordingIn(language)('corrections.button'),
          action: { do: 'correct', ...(fact === undefined ? {} : { fact }), in: language },
        },
      ]
    : [];

/** What can be done with any answer: show it to everyone, correct it. */
export const lastButtons = (fact: string | undefined, view: View): Button[] => [
  ...(view.showable ? [showButton(view.language)] : []),
  ...correctButton(fact, view),
];

/** The same in a row of their own, where there are any. */
export function lastRow(fact: string | undefined, view: View): Button[][] {
  const buttons = lastButtons(fact, view);
  return buttons.length === 0 ? [] : [buttons];
}

const MOST_OTHERS = 2;

/** Other subjects of the kind that have the topic, those that stand for their kind first. */
function otherThings({ thing, topic }: Fact, knowledge: Knowledge): Thing[] {
  const own = knowledge.things.get(thing);
  if (own?.own !== true) return [];
  return knowledge.base.things
    .filter((other) => other.own && other.kind === own.kind && other.id !== thing)
    .filter((other) => factsOfTopic(topic, other.id, knowledge).length > 0)
    .toSorted((one, other) => Number(other.headline) - Number(one.headline))
    .slice(0, MOST_OTHERS);
}

/** What the card had no room for, and what its facts refer to. */
function relatedMenu(card: Card, knowledge: Knowledge, { language }: View): Menu[] {
  const told = new Set(toldByColumn(card, language).flatMap(({ facts }) => facts));
  const facts = card.columns.flatMap(({ facts }) => facts);
  const seen = [...told].flatMap(({ see }) => see.flatMap((id) => knowledge.facts.get(id) ?? []));
  const related = [...new Set([...facts, ...seen])].filter((fact) => !told.has(fact));
  if (related.length === 0) return [];
  return [
    {
      placeholder: wordingIn(language)('menu.related'),
      action: { do: 'related', in: language },
      entries: related.map((fact) => factEntry(fact, knowledge, language)),
    },
  ];
}

/** A fact as an entry of a menu. */
export const factEntry = (fact: Fact, { base }: Knowledge, language: View['language']) => ({
  label: inLanguage(fact.title, language),
  value: fact.id,
  description: topicOf(fact, base, language),
});
