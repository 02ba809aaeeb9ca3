import type { Language } from '../facts/model.ts';
import type { Knowledge } from './judging/knowledge.ts';
import type { Spoken } from './learning/recognise.ts';
import { read } from './reading/reading.ts';

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
  return /\p{L}{2}/u.test(text) ? knowledge.speaks(text) : undefined;
}

/** The language in which a question is to be answered where nothing else is known of who asks. */
export function languageOrElse(question: string, knowledge: Knowledge, otherwise: Language): Language {
  const spoken = languageOf(question, knowledge);
  return spoken !== undefined && spoken.probability >= WELL_ENOUGH ? spoken.language : otherwise;
}
