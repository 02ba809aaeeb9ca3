import { everyText, type Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { sound } from './fold.ts';
import { FOREIGN } from './kinds.ts';
import { type Token, wordsOf } from './tokens.ts';

/** Words that stand in a name or drop out of it without making it another. */
const LOOSE = new Set([
  'the',
  'of',
  'in',
  'and',
  'to',
  'with',
  'a',
  'for',
  'at',
  'on',
  'imeni',
  'im',
  'adina',
  's',
]);

/** A run of words of a question that names things, or a place that points to some. Ambiguous names name several. */
export type Naming = {
  /** First and last token, counted from 0. */
  from: number;
  to: number;
  /** The things whose own name it is. */
  things: string[];
  /** The things to which it points as a place or a people: a library by its city or country. */
  pointsTo: string[];
};

type Name = { words: string[]; things: Set<string>; pointsTo: Set<string>; foreign: boolean };

/** An ending of up to four letters (Akhundovun, Bakıda) leaves a name of four or more the same name … */
const LONGEST_ENDING = 4;
/** … and so does, in Russian, another ending in place of its own (Национальной for Национальная, Астане for Астана). */
const OWN_ENDING = 3;
const OWN_ENDING_OF_SHORT = 1;
const SHORT = 7;
/** A shorter name of something else is found by chance in too many longer words. */
const LONG_NAME = 6;

function sameWord(sound: string, named: string, declined: boolean): boolean {
  if (sound === named) return true;
  if (named.length < 4 || sound.length - named.length > LONGEST_ENDING) return false;
  const ending = declined ? (named.length > SHORT ? OWN_ENDING : OWN_ENDING_OF_SHORT) : 0;
  return sound.startsWith(named.slice(0, Math.max(4, named.length - ending)));
}

/** Finds things by their names and spellings, in any script, whatever the romanisation. */
export class Names {
  readonly #byFirst = new Map<string, Name[]>();

  readonly #ordinary: (word: string, language: Language) => boolean;

  /** `ordinary` are the words that every text of a language has, and that are no names for all they look like one. */
  constructor(things: readonly Thing[], ordinary: (word: string, language: Language) => boolean) {
    this.#ordinary = ordinary;
    const all = new Map<string, Name>();
    const add = (text: string, thing: string, role: 'things' | 'pointsTo') => {
      const words = wordsOf(text)
        .filter((word) => !LOOSE.has(word))
        .map(nameSound);
      if (words.length === 0) return;
      const key = words.join(' ');
      const name = all.get(key) ?? {
        words,
        things: new Set(),
        pointsTo: new Set(),
        foreign: thing === FOREIGN,
      };
      name[role].add(thing);
      name.foreign &&= thing === FOREIGN;
      all.set(key, name);
    };
    for (const thing of things) {
      for (const name of everyText(thing.name)) add(name, thing.id, 'things');
      for (const name of thing.names) add(name, thing.id, 'things');
      for (const place of thing.places) add(place, thing.id, 'pointsTo');
    }
    for (const name of all.values()) {
      const first = firstLetters(name.words[0] ?? '');
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), name]);
    }
    for (const names of this.#byFirst.values())
      names.sort((one, other) => other.words.length - one.words.length);
  }

  /** Every name in a question, the longest first where they overlap, in the order of the words. */
  find(tokens: readonly Token[], language: Language): Naming[] {
    const words = tokens.map(({ word }) => (LOOSE.has(word) ? '' : nameSound(word)));
    const declined = language === 'ru';
    const found: Naming[] = [];
    for (let start = 0; start < words.length; start++) {
      const first = words[start] ?? '';
      if (first === '') continue;
      let best: Naming | undefined;
      for (const name of this.#byFirst.get(firstLetters(first)) ?? []) {
        if (name.foreign && !this.#mayBeForeign(tokens, start, name, language)) continue;
        const to = matchFrom(words, start, name.words, declined);
        if (to !== undefined && (best === undefined || to > best.to))
          best = { from: start, to, things: [...name.things], pointsTo: [...name.pointsTo] };
      }
      if (best === undefined) continue;
      found.push(best);
      start = best.to;
    }
    return found;
  }

  /** What names something else by one word must be that word, or be written as a name; and no word of every day. */
  #mayBeForeign(tokens: readonly Token[], start: number, { words }: Name, language: Language): boolean {
    const [named = '', ...more] = words;
    const { word = '', capital = false } = tokens[start] ?? {};
    if (more.length > 0) return true;
    if (this.#ordinary(word, language)) return false;
    return nameSound(word) === named || capital || named.length >= LONG_NAME;
  }
}

/** Abbreviations are letters, not sounds: "BAE" and "BAI" are two. */
function nameSound(word: string): string {
  return word.length <= 4 ? word : sound(word);
}

const firstLetters = (word: string) => word.slice(0, 3);

/** The index of the last word of a name that begins at `start`, loose words between allowed; undefined if it does not. */
function matchFrom(
  words: readonly string[],
  start: number,
  name: readonly string[],
  declined: boolean,
): number | undefined {
  let position = start;
  for (const [index, word] of name.entries()) {
    if (index > 0) {
      position++;
      while (words[position] === '') position++;
    }
    if (!sameWord(words[position] ?? '', word, declined)) return undefined;
  }
  return position;
}
