import i18next, { type TFunction } from 'i18next';
import { LANGUAGES } from '../../facts/languages.ts';
import type { Language } from '../../facts/model.ts';
import { en } from './en.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const catalogues = i18next.createInstance();
// Discord reads no HTML, so nothing is escaped; a user's own text never gets in here.
void catalogues.init({
  resources: { en: { translation: en } },
  fallbackLng: 'en',
  supportedLngs: [...LANGUAGES],
  interpolation: { escapeValue: false },
  initAsync: false,
});

const inEach = new Map(LANGUAGES.map((language) => [language, catalogues.getFixedT(language)]));

/** How the bot says things in a language: `wordingIn('kk')('note')`. In English where it is not told in that one yet. */
export function wordingIn(language: Language): TFunction {
  return inEach.get(language) ?? catalogues.t;
}
