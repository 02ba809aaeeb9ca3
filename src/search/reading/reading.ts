import type { Language } from '../../facts/model.ts';
import { FOREIGN } from './kinds.ts';
import type { Lexicon } from './lexicon.ts';
import type { Names, Naming } from './names.ts';
import { clean, type Token, tokenise } from './tokens.ts';

/** A word as understood: what it was meant to be, or undefined if nobody knows. */
export type Word = Token & { meant: string | undefined };

/** A message as read: its words and what they name. */
export type Reading = {
  language: Language;
  words: Word[];
  namings: Naming[];
  /** It asks for things to be held side by side. */
  comparing: boolean;
};

/** Reads a message: cleans and cuts it, corrects its words, and finds what they name. In the language given, or its own. */
export function read(
  message: string,
  lexicon: Lexicon,
  names: Names,
  comparesIn: (language: Language) => (words: readonly string[]) => boolean = () => () => false,
  given?: Language,
): Reading {
  const text = clean(message);
  const { language, meaning } = lexicon.reading(text, given);
  const words = tokenise(text).map((token) => ({ ...token, meant: meaning(token.word) }));
  const meant = words.map(({ word, meant = word }) => meant);
  const comparing = comparesIn(language)(meant);
  return {
    language,
    words,
    namings: names.find(
      words.map((word) => ({ ...word, word: word.meant ?? word.word })),
      language,
    ),
    comparing,
  };
}

/** A part of a reading, from one word up to but not including another; names cut in two fall away. */
export function part({ language, words, namings, comparing }: Reading, from: number, to: number): Reading {
  return {
    language,
    comparing,
    words: words.slice(from, to),
    namings: namings
      .filter((naming) => naming.from >= from && naming.to < to)
      .map((naming) => ({ ...naming, from: naming.from - from, to: naming.to - from })),
  };
}

export const isForeign = (naming: Naming) => naming.things.includes(FOREIGN);
