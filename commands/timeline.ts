import { z } from 'zod';
import { defineCommand, option } from '../src/discord/command/command.ts';
import { libraryMeant } from '../src/discord/command/meant.ts';
import {
  languageOption,
  libraryOption,
  privateOption,
  textOnlyOption,
} from '../src/discord/command/options.ts';
import { timelineReply } from '../src/replies/browse/timeline.ts';

const YEARS = { kind: 'whole number', least: 1000, most: 2200 } as const;

export default defineCommand({
  name: { en: 'timeline', ru: 'хронология', tr: 'zaman-çizelgesi' },
  description: {
    en: 'What happened, in order of date',
    az: 'Hadisələr tarix ardıcıllığı ilə',
    kk: 'Оқиғалар күн ретімен',
    ru: 'События по порядку дат',
    tr: 'Tarih sırasıyla olaylar',
  },
  options: {
    library: libraryOption,
    from: option(z.coerce.number().int().optional(), {
      ...YEARS,
      localName: { ru: 'с', tr: 'başlangıç' },
      description: { en: 'First year', ru: 'Первый год', tr: 'İlk yıl' },
    }),
    to: option(z.coerce.number().int().optional(), {
      ...YEARS,
      localName: { ru: 'по', tr: 'bitiş' },
      description: { en: 'Last year', ru: 'Последний год', tr: 'Son yıl' },
    }),
    language: languageOption,
    private: privateOption,
    'text-only': textOnlyOption,
  },
  reply({ library, from, to, 'text-only': textOnly = false }, { knowledge, view }) {
    const about = libraryMeant(library, knowledge, view.language);
    if ('problem' in about) return about.problem;
    return timelineReply({ thing: about.thing?.id, from, to, page: 0, textOnly }, knowledge, view);
  },
});
