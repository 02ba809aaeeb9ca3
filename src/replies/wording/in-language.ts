import type { Language, Localised } from '../../facts/model.ts';

/** A text in a language; in English where it is not told in that one yet. */
export const inLanguage = (text: Localised, language: Language): string => text[language] ?? text.en;
