import type { Fact } from '../../facts/base.ts';
import type { Source } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { lastRow } from '../cards/card-rows.ts';
import { authorOf, colourOf } from '../cards/embed.ts';
import { linked, publisherOf, sourcesOf } from '../cards/source-links.ts';
import type { View } from '../cards/view.ts';
import type { Reply } from '../message/reply.ts';
import { writeDate } from '../wording/dates.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';

/** Who says a fact, where and when, how sure it is and what disagrees. */
export function citedReply(fact: Fact, { base }: Knowledge, view: View): Reply {
  const { language } = view;
  const say = wordingIn(language);
  return {
    embeds: [
      {
        author: authorOf(fact, base, language),
        title: say('cited.title', { title: inLanguage(fact.title, language) }),
        description: sourcesOf(fact, base)
          .map((source) => sourceLine(source, language))
          .join('\n'),
        fields: [
          { name: say('cited.says'), value: inLanguage(fact.statement, language) },
          { name: say('cited.sure'), value: say(`confidence.${fact.confidence}`) },
          ...(fact.caveat === undefined
            ? []
            : [{ name: say('cited.disagrees'), value: inLanguage(fact.caveat, language) }]),
        ],
        footer: fact.id,
        ...colourOf(fact.thing, base),
      },
    ],
    rows: lastRow(fact.id, view),
  };
}

/** "• Azernews: *title*, 26 September 2024". */
function sourceLine(source: Source, language: View['language']): string {
  const { title, url, date } = source;
  const when = date === undefined ? wordingIn(language)('cited.undated') : writeDate(date, language);
  return `• ${publisherOf(source, language)}: ${linked(title, url)}, ${when}`;
}
