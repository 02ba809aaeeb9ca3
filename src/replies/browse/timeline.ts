import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { eventsInOrder, type Span } from '../../search/timeline.ts';
import { factEntry, lastButtons } from '../cards/card-rows.ts';
import { colourOf, nameOf } from '../cards/embed.ts';
import type { View } from '../cards/view.ts';
import { pageButtons, pageFooter, pageOf } from '../message/pages.ts';
import { plainReply, type Reply } from '../message/reply.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';

const ON_A_PAGE = 8;

/** What happened in order of date, a page at a time, dates as exact as the facts are. */
export function timelineReply(span: Span, page: number, knowledge: Knowledge, view: View): Reply {
  const { language } = view;
  const say = wordingIn(language);
  const { thing, from, to } = span;
  if (from !== undefined && to !== undefined && from > to)
    return plainReply(say('timeline.reversed', { from, to }));
  const { items, number, pages } = pageOf(eventsInOrder(span, knowledge), page, ON_A_PAGE);
  if (items.length === 0) return plainReply(say('timeline.empty'));
  const turnTo = (page: number) =>
    ({ do: 'timeline', ...definedOf({ thing, from, to }), page, in: language }) as const;
  const buttons = [...pageButtons(number, pages, turnTo, language), ...lastButtons(undefined, view)];
  return {
    embeds: [
      {
        author: '',
        title:
          thing === undefined
            ? say('timeline.title')
            : say('timeline.of', { name: nameOf(thing, knowledge.base, language) }),
        description: items.map((fact) => lineOf(fact, language)).join('\n'),
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
  };
}

function definedOf({ thing, from, to }: Span) {
  return {
    ...(thing === undefined ? {} : { thing }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}

/** The date of an event, and under it what it was; what was the answer too, unless that is the date again. */
function lineOf({ date = '', title, value }: Fact, language: Language): string {
  const when = writeDate(date, language);
  const said = inLanguage(value, language);
  const what = inLanguage(title, language);
  return `**${when}**\n${said.includes(when) ? what : `${what}: ${said}`}`;
}
