import i18next, { type TFunction } from 'i18next';
import { LANGUAGES } from '../../facts/languages.ts';
import type { Language } from '../../facts/model.ts';
import { az } from './az.ts';
import { en } from './en.ts';
import { kk } from './kk.ts';
import { ru } from './ru.ts';
import { tr } from './tr.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const catalogues = i18next.createInstance();
// Discord reads no HTML, so nothing is escaped; a user's own text never gets in here.
void catalogues.init({
  resources: {
    en: { translation: en },
    az: { translation: az },
    kk: { translation: kk },
    ru: { translation: ru },
    tr: { translation: tr },
  },
  fallbackLng: 'en',
  supportedLngs: [...LANGUAGES],
  interpolation: { escapeValue: false },
  initAsync: false,
});

const inEach = new Map(LANGUAGES.map((language) => [language, catalogues.getFixedT(language)]));

/** How the bot says things in a language: `wordingIn('kk')('note')`. */
export function wordingIn(language: Language): TFunction {
  return inEach.get(language) ?? catalogues.t;
}
