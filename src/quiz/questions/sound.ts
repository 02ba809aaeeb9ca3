import type { Language } from '../../facts/model.ts';
import { BLANK } from './question.ts';

const blank = BLANK.replace(/[[\]]/g, '\\$&');

/** Words whose form goes by the sound of what stands beside them: the articles, "with" and "too", "of" and "in". */
const BESIDE: Record<Language, RegExp> = {
  en: new RegExp(`(?<!\\p{L})an? ${blank}`, 'iu'),
  az: new RegExp(`${blank} d[aə](?!\\p{L})`, 'u'),
  kk: new RegExp(`${blank} (?:[бмп]ен|[дт][ае]|[бмп][ае])(?!\\p{L})`, 'u'),
  ru: new RegExp(`(?<!\\p{L})(?:об?о?|во|со|ко) ${blank}`, 'iu'),
  tr: new RegExp(`${blank} (?:d[ae]|m[ıiuü])(?!\\p{L})`, 'u'),
};

/** Does a word beside the blank tell how what was there begins or ends? */
export const tellsSound = (sentence: string, language: Language): boolean => BESIDE[language].test(sentence);
