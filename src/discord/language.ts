import { LANGUAGES } from '../facts/languages.ts';
import type { Language } from '../facts/model.ts';

/** What may decide the language of a reply. Locales are Discord's, such as "en-GB". */
export type Speaking = {
  /** Does only the person who asked see it, or everyone? */
  alone: boolean;
  /** The language of that person's Discord. */
  readerLocale?: string | undefined;
  /** The language of the server. */
  serverLocale?: string | null | undefined;
};

/** The language of a reply: alone the reader's, among others the server's, else the one that is set. */
export function languageFor({ alone, readerLocale, serverLocale }: Speaking, otherwise: Language): Language {
  return spoken(alone ? readerLocale : serverLocale) ?? otherwise;
}

/** One of our languages from a locale of Discord, which has neither Azerbaijani nor Kazakh. */
function spoken(locale: string | null | undefined): Language | undefined {
  const [language] = (locale ?? '').split('-');
  return LANGUAGES.find((one) => one === language);
}
