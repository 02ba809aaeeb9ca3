import { fold } from './fold.ts';

/** A word of a question: as folded for comparing, and as it was typed. */
export type Token = {
  word: string;
  typed: string;
  /** Typed with a capital where no sentence begins: most likely a name. */
  capital: boolean;
  /** Which clause of the message it stands in, from 0. */
  clause: number;
  /** Its clause ends with a question mark. */
  asked: boolean;
};

/** Longer questions are cut: nobody asks in more words, and the time to answer must stay bounded. */
const MOST_CHARACTERS = 1000;
const MOST_TOKENS = 160;

/** Controls, zero-width characters and direction marks carry no meaning and could hide words. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]+/gu;

/** A text without invisible characters, blanks in a row made one, cut to a length that can be answered at once. */
export function clean(text: string): string {
  return text.slice(0, MOST_CHARACTERS).toWellFormed().replace(INVISIBLE, ' ').replace(/\s+/gu, ' ').trim();
}

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’ʼ`][\p{L}\p{M}]+)*|\p{N}+(?:[.,]\p{N}{3}(?!\p{N}))*|[.?!;:,()\n—–]+/gu;
const BREAK = /^[.?!;:,()\n—–]/u;

/** The words of a cleaned text, in order, numbers kept whole ("4,690,311" is 4690311). */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let clause = 0;
  let opens = true;
  for (const [typed] of text.matchAll(WORD)) {
    if (BREAK.test(typed)) {
      if (typed.includes('?')) for (const token of tokens) if (token.clause === clause) token.asked = true;
      if (tokens.length > 0 && tokens.at(-1)?.clause === clause) clause++;
      opens = /[.?!]/.test(typed);
      continue;
    }
    const number = /^\p{N}/u.test(typed);
    // The English possessive says nothing; other apostrophes (Karabağ'a, let's) only separate an ending.
    const word = number
      ? typed.replace(/[.,]/g, '')
      : fold(typed.replace(/['’ʼ`]s$/u, '')).replace(/['’ʼ`]/gu, '');
    if (word === '') continue;
    tokens.push({ word, typed, capital: !opens && /^\p{Lu}/u.test(typed), clause, asked: false });
    opens = false;
    if (tokens.length === MOST_TOKENS) break;
  }
  return tokens;
}

/** The words of a text that is not a question: a name, a phrase, a statement. */
export function wordsOf(text: string): string[] {
  return tokenise(clean(text)).map(({ word }) => word);
}

/** The first letters of a word, in which its inflected forms agree. */
export function stem(word: string): string {
  return word.slice(0, 5);
}
