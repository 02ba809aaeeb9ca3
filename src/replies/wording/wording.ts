import i18next, { type ParseKeys } from 'i18next';
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

/** Says something by its key, with what is filled in. */
type Say = (key: ParseKeys, values?: Readonly<Record<string, string | number>>) => string;

const inEach = new Map(LANGUAGES.map((language) => [language, sayIn(language)]));

/** How the bot says things in a language: `wordingIn('kk')('note')`. */
export function wordingIn(language: Language): Say {
  return inEach.get(language) ?? sayIn(language);
}

/** What has nothing to fill in is looked up once: labels stand on every card. */
function sayIn(language: Language): Say {
  const translate = catalogues.getFixedT(language);
  const labels = new Map<ParseKeys, string>();
  return (key, values) => {
    if (values !== undefined) return translate(key, values);
    const label = labels.get(key) ?? translate(key);
    labels.set(key, label);
    return label;
  };
}
