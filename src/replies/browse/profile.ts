import type { Thing } from '../../facts/base.ts';
import { LANGUAGES } from '../../facts/languages.ts';
import { factsOfTopic } from '../../search/cards.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { lastRow } from '../cards/card-rows.ts';
import { dated } from '../cards/dated.ts';
import { colourOf, nameOf, topicOf } from '../cards/embed.ts';
import type { View } from '../cards/view.ts';
import type { Reply } from '../message/reply.ts';
import { type Line, profilePicture } from '../pictures/profile.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import { topicMenus } from './topics.ts';

/** A topic in a profile: its headline alone, or each of its facts by its title. */
export type Told = { topic: string; each?: true };

/** What there is to know of a thing at a glance, a line for each topic with its as-of date. */
export function profileReply(
  thing: Thing,
  topics: readonly Told[],
  knowledge: Knowledge,
  view: View,
  { textOnly }: { textOnly: boolean },
): Reply {
  const { language } = view;
  const say = wordingIn(language);
  const lead = factsOfTopic(topics[0]?.topic ?? '', thing.id, knowledge)[0];
  const picture = () =>
    profilePicture(thing, linesOf(topics, thing.id, knowledge, view), knowledge.base, language);
  return {
    embeds: [
      {
        author: '',
        title: [
          nameOf(thing.id, knowledge.base, language),
          ...(thing.flag === undefined ? [] : [thing.flag]),
        ].join(' '),
        description: lead === undefined ? '' : inLanguage(lead.statement, language),
        fields: [
          { name: say('profile.names'), value: namesOf(thing) },
          ...(thing.place === undefined
            ? []
            : [{ name: say('profile.city'), value: inLanguage(thing.place, language) }]),
          ...topics.flatMap((told) => topicField(told, thing.id, knowledge, view)),
          ...(thing.website === undefined ? [] : [{ name: say('profile.website'), value: thing.website }]),
        ],
        footer: '',
        ...colourOf(thing.id, knowledge.base),
      },
    ],
    rows: [...lastRow(lead?.id, view), ...topicMenus(thing.id, knowledge, language)],
    ...(textOnly ? {} : { picture: picture() }),
  };
}

/** Of what is told, the one line that each topic begins with. */
function linesOf(topics: readonly Told[], thing: string, knowledge: Knowledge, { language }: View): Line[] {
  return topics.flatMap(({ topic, each }) => {
    const [lead] = each ? [] : factsOfTopic(topic, thing, knowledge);
    return lead === undefined
      ? []
      : [
          {
            heading: topicOf(lead, knowledge.base, language),
            said: dated(lead, language),
            figure: lead.quantity !== undefined,
          },
        ];
  });
}

const namesOf = ({ name }: Thing) =>
  [...new Set(LANGUAGES.flatMap((language) => name[language] ?? []))].join('\n');

function topicField({ topic, each }: Told, thing: string, knowledge: Knowledge, { language }: View) {
  const facts = factsOfTopic(topic, thing, knowledge);
  const [lead] = facts;
  if (lead === undefined) return [];
  const lines = each
    ? facts.map((fact) => `${inLanguage(fact.title, language)}: ${dated(fact, language)}`)
    : [dated(lead, language)];
  return [{ name: topicOf(lead, knowledge.base, language), value: lines.join('\n') }];
}
