import type { Fact, Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { eventThings, eventTold } from '../../search/events.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { factEntry, lastButtons } from '../cards/card-rows.ts';
import { colourOf, nameOf } from '../cards/embed.ts';
import { sourceLinks } from '../cards/source-links.ts';
import type { View } from '../cards/view.ts';
import { pageButtons, pageFooter, pageOf } from '../message/pages.ts';
import type { Menu, Reply } from '../message/reply.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';

const ON_A_PAGE = 6;

/** An event a page at a time: first what it was and who took part, then its programme day by day. */
export function eventReply(thing: Thing, page: number, knowledge: Knowledge, view: View): Reply {
  const { language } = view;
  const { about, days, people } = eventTold(thing, knowledge);
  const told = days.flatMap(({ date, facts }) => {
    const { pages } = pageOf(facts, 0, ON_A_PAGE);
    return Array.from({ length: pages }, (_, part) => ({ date, ...pageOf(facts, part, ON_A_PAGE) }));
  });
  const { items, number, pages } = pageOf([undefined, ...told], page, 1);
  const [day] = items;
  const shown = day?.items ?? about;
  const say = wordingIn(language);
  const buttons = [
    ...pageButtons(
      number,
      pages,
      (page) => ({ do: 'events', thing: thing.id, page, in: language }),
      language,
    ),
    ...lastButtons(shown[0]?.id, view),
  ];
  return {
    embeds: [
      {
        author: day === undefined ? '' : nameOf(thing.id, knowledge.base, language),
        title:
          day === undefined
            ? nameOf(thing.id, knowledge.base, language)
            : say('events.day', { date: writeDate(day.date, language) }),
        description: shown.map((fact) => `• ${inLanguage(fact.statement, language)}`).join('\n'),
        fields: day === undefined ? overviewFields(thing, about, people, knowledge, language) : [],
        footer: pageFooter(number, pages, language),
        ...colourOf(thing.id, knowledge.base),
      },
    ],
    rows: [
      ...(buttons.length === 0 ? [] : [buttons]),
      ...(shown.length === 0
        ? []
        : [
            {
              placeholder: say('menu.related'),
              action: { do: 'related' as const, in: language },
              entries: shown.map((fact) => factEntry(fact, knowledge, language)),
            },
          ]),
      otherEvents(thing, knowledge, language),
    ],
  };
}

function overviewFields(
  thing: Thing,
  about: readonly Fact[],
  people: readonly Thing[],
  knowledge: Knowledge,
  language: Language,
) {
  const say = wordingIn(language);
  const [lead] = about;
  const others = eventThings(knowledge).filter((other) => other !== thing);
  const datesOf = ({ id }: Thing) => {
    const fact = (knowledge.byThing.get(id) ?? []).find(
      ({ event, date }) => event === true && date !== undefined,
    );
    return fact === undefined ? '' : inLanguage(fact.value, language);
  };
  return [
    { name: say('events.people'), value: people.map(({ name }) => inLanguage(name, language)).join(', ') },
    {
      name: say('events.others'),
      value: others
        .map((other) => `${nameOf(other.id, knowledge.base, language)}: ${datesOf(other)}`)
        .join('\n'),
    },
    { name: say('sources'), value: lead === undefined ? '' : sourceLinks(lead, knowledge.base, language) },
  ].filter(({ value }) => value !== '');
}

/** A menu of the events there are. */
function otherEvents(thing: Thing, knowledge: Knowledge, language: Language): Menu {
  return {
    placeholder: wordingIn(language)('events.others'),
    action: { do: 'events', page: 0, in: language },
    entries: eventThings(knowledge)
      .filter((other) => other !== thing)
      .map(({ id }) => ({ label: nameOf(id, knowledge.base, language), value: id })),
  };
}
