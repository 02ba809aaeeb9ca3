import type { Fact, Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { eventsInOrder, institutions, type Span, toldOf } from '../../search/timeline.ts';
import { factEntry, lastButtons } from '../cards/card-rows.ts';
import { YEAR } from '../cards/compare.ts';
import { colourOf, nameOf } from '../cards/embed.ts';
import type { View } from '../cards/view.ts';
import { pageButtons, pageFooter, pageOf } from '../message/pages.ts';
import { plainReply, type Reply } from '../message/reply.ts';
import { accentOf } from '../pictures/parts.ts';
import { type Lane, timelinePicture } from '../pictures/timeline.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';

const ON_A_PAGE = 8;

/** Which page of which events, and whether it goes without a picture. */
type Asked = Span & { page: number; textOnly: boolean };

/** What happened in order of date, a page at a time, dates as exact as the facts are. */
export function timelineReply(asked: Asked, knowledge: Knowledge, view: View): Reply {
  const { language } = view;
  const say = wordingIn(language);
  const { thing, from, to, page, textOnly } = asked;
  if (from !== undefined && to !== undefined && from > to)
    return plainReply(say('timeline.reversed', { from, to }));
  const { items, number, pages } = pageOf(eventsInOrder(asked, knowledge), page, ON_A_PAGE);
  if (items.length === 0) return plainReply(say('timeline.empty'));
  const turnTo = (page: number) => ({ do: 'timeline', ...definedOf(asked), page, in: language }) as const;
  const buttons = [...pageButtons(number, pages, turnTo, language), ...lastButtons(undefined, view)];
  const title =
    thing === undefined
      ? say('timeline.title')
      : say('timeline.of', { name: nameOf(thing, knowledge.base, language) });
  const events = items.map((fact) => ({ fact, of: toldOf(fact, knowledge), ...written(fact, language) }));
  const picture = () =>
    timelinePicture(
      title,
      lanesOf(events, knowledge, language),
      events.map(({ when, title, of }) => ({ when, what: title, lanes: of.map(({ id }) => id) })),
      language,
    );
  return {
    embeds: [
      {
        author: '',
        title,
        description: events
          .map(({ when, what, of }) => {
            const whose = of.map((thing) => shortName(thing, language)).join(', ');
            return `**${when}**${whose === '' ? '' : ` · ${whose}`}\n${what}`;
          })
          .join('\n'),
        fields: [],
        footer: pageFooter(number, pages, language),
        ...(thing === undefined ? {} : colourOf(thing, knowledge.base)),
      },
    ],
    rows: [
      ...(buttons.length === 0 ? [] : [buttons]),
      {
        placeholder: say('menu.related'),
        action: { do: 'related', in: language },
        entries: items.map((fact) => factEntry(fact, knowledge, language)),
      },
    ],
    ...(textOnly ? {} : { picture: picture() }),
  };
}

function definedOf({ thing, from, to, textOnly }: Asked) {
  return {
    ...(thing === undefined ? {} : { thing }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(textOnly ? { only: 'text' as const } : {}),
  };
}

/** The city by which the institutions are told apart. */
const shortName = ({ place, name }: Thing, language: Language) => inLanguage(place ?? name, language);

/** The date of an event, its title, and what it was: the title with what was the answer, unless that is the date again. */
function written({ date = '', title, value }: Fact, language: Language) {
  const when = writeDate(date, language);
  const said = inLanguage(value, language);
  const called = inLanguage(title, language);
  return { when, title: called, what: said.includes(when) ? called : `${called}: ${said}` };
}

/** A line for each institution that the events of a page tell of. */
function lanesOf(
  events: readonly { fact: Fact; of: readonly Thing[] }[],
  knowledge: Knowledge,
  language: Language,
): Lane[] {
  const order = eventsInOrder({}, knowledge);
  const places = events.map(({ fact }) => order.indexOf(fact));
  return institutions(knowledge.base)
    .filter((thing) => events.some(({ of }) => of.includes(thing)))
    .map((thing) => {
      const born = (knowledge.byThing.get(thing.id) ?? []).find(({ quantity }) => quantity?.unit === YEAR);
      const place = born === undefined ? -1 : order.indexOf(born);
      const at = places.findIndex((one) => one >= place);
      return {
        id: thing.id,
        name: shortName(thing, language),
        accent: accentOf(thing),
        begins: at === -1 ? events.length : (places[at] ?? 0) > place && at === 0 ? -1 : at,
      };
    });
}
