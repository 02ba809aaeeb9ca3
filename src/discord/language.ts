import { LANGUAGES } from '../facts/languages.ts';
import type { Language } from '../facts/model.ts';
import { PLAINLY, type Spoken, WELL_ENOUGH } from '../search/language.ts';

/** What may decide the language of a reply. Locales are Discord's, such as "en-GB". */
export type Speaking = {
  /** Does only the person who asked see it, or everyone? */
  alone: boolean;
  /** The language of the question, if it was written in one. */
  question?: Spoken | undefined;
  /** The language of that person's Discord, which may have no word for theirs: it has neither Azerbaijani nor Kazakh. */
  readerLocale?: string | undefined;
  /** The language of the server. */
  serverLocale?: string | null | undefined;
};

/**
 * The language of a reply. Alone the reader's own, unless the question is plainly in another; among others that of the
 * question, else the server's; else the one that is set.
 */
export function languageFor(
  { alone, question, readerLocale, serverLocale }: Speaking,
  otherwise: Language,
): Language {
  const asked = (least: number) =>
    question !== undefined && question.probability >= least ? question.language : undefined;
  if (!alone) return asked(WELL_ENOUGH) ?? spoken(serverLocale) ?? otherwise;
  const own = spoken(readerLocale);
  return asked(own === undefined ? WELL_ENOUGH : PLAINLY) ?? own ?? otherwise;
}

/** One of our languages from a locale of Discord. */
function spoken(locale: string | null | undefined): Language | undefined {
  const [language] = (locale ?? '').split('-');
  return LANGUAGES.find((one) => one === language);
}
