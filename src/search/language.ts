import { LANGUAGES } from '../facts/languages.ts';
import type { Language } from '../facts/model.ts';
import type { Knowledge } from './judging/knowledge.ts';
import type { Spoken } from './learning/recognise.ts';
import { read } from './reading/reading.ts';
import { wordsOf } from './reading/tokens.ts';

export type { Spoken };

/** From here on a question is taken to be in a language … */
export const WELL_ENOUGH = 0.6;
/** … and from here on against what its reader's own settings say. */
export const PLAINLY = 0.9;

/** In which language a question is written; undefined where it holds nothing but names, numbers or signs. */
export function languageOf(question: string, knowledge: Knowledge): Spoken | undefined {
  // The id of a fact is chosen from a list, not written.
  if (knowledge.facts.has(question.trim())) return undefined;
  const { namings, words } = read(question, knowledge.reader.lexicon, knowledge.reader.names);
  // Names are the same in any language: what stands round them tells.
  const inName = (index: number) => namings.some(({ from, to }) => index >= from && index <= to);
  const round = words.filter((_, index) => !inName(index)).map(({ typed }) => typed);
  const text = round.join(' ');
  // Letters that any language has, in words that none has, tell nothing.
  if (/^[a-z ]*$/i.test(text) && words.every(({ meant }) => meant === undefined)) return undefined;
  return /\p{L}{2}/u.test(text) ? knowledge.speaks(text) : undefined;
}

/** So few words do not tell a language. */
const FEW = 3;

/**
 * In which language a question, perhaps right after an answer, is: a short one in that of the answer, unless it has a word
 * that this language lacks; one such as "when?", too short to be recognised, in the only language that asks so.
 */
export function languageAfter(
  question: string,
  knowledge: Knowledge,
  former: Language | undefined,
): Spoken | undefined {
  const spoken = languageOf(question, knowledge);
  if (former !== undefined && spoken?.language === former) return spoken;
  const words = wordsOf(question);
  const says = (language: Language, word: string) =>
    knowledge.steering(language).followUps.some(({ words }) => words.includes(word));
  if (former === undefined) {
    const [only, ...more] = LANGUAGES.filter((one) => words.every((word) => says(one, word)));
    return only === undefined || more.length > 0 ? spoken : { language: only, probability: 1 };
  }
  if (spoken === undefined || spoken.probability < WELL_ENOUGH) return { language: former, probability: 1 };
  const { lexicon } = knowledge.reader;
  const isFormer = words.every((word) => says(former, word) || lexicon.has(word, former));
  return words.length <= FEW && isFormer ? { language: former, probability: 1 } : spoken;
}

/** The language in which a question, perhaps right after an answer, is to be answered where nothing else is known of who asks. */
export function languageOrElse(
  question: string,
  knowledge: Knowledge,
  otherwise: Language,
  former?: Language,
): Language {
  const spoken = languageAfter(question, knowledge, former);
  return spoken !== undefined && spoken.probability >= WELL_ENOUGH ? spoken.language : otherwise;
}
