import type { FactBase } from '../../facts/base.ts';
import { LANGUAGES } from '../../facts/languages.ts';
import type { View } from '../cards/view.ts';
import type { Reply } from '../message/reply.ts';
import { writeDate } from '../wording/dates.ts';
import { wordingIn } from '../wording/wording.ts';
import { privacyText } from './privacy.ts';

/** What is running: its version, and how long Discord takes to answer, in milliseconds, once measured. */
export type Running = { version: string; latency: number | undefined };

/** About the bot itself: version, facts and their date, languages, privacy, latency. */
export function aboutReply({ version, latency }: Running, base: FactBase, view: View): Reply {
  const { language } = view;
  const say = wordingIn(language);
  const sources = Object.values(base.sources);
  const newest = sources
    .flatMap(({ date }) => date ?? [])
    .toSorted()
    .at(-1);
  return {
    embeds: [
      {
        author: '',
        title: say('about.title'),
        description: (base.vocabularies[language] ?? base.vocabularies.en)?.introduction ?? '',
        fields: [
          { name: say('about.version'), value: version },
          {
            name: say('about.facts'),
            value: say('about.factsText', {
              facts: base.facts.length,
              sources: sources.length,
              newest: newest === undefined ? say('cited.undated') : writeDate(newest, language),
            }),
          },
          { name: say('about.languages'), value: languageNames().join(', ') },
          { name: say('help.privacy'), value: privacyText(view) },
          {
            name: say('about.latency'),
            value:
              latency === undefined
                ? say('about.latencyUnknown')
                : say('about.latencyText', { milliseconds: Math.round(latency) }),
          },
        ],
        footer: '',
      },
    ],
    rows: [],
  };
}

/** Each language by its own name, as its readers look for it. */
const languageNames = () =>
  LANGUAGES.map(
    (language) => new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language,
  );
