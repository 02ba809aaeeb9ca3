import { everyText, type Thing } from '../../facts/base.ts';
import { sound } from './fold.ts';
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

type Name = { words: string[]; things: Set<string>; pointsTo: Set<string> };

/** An ending of up to four letters (Akhundovun, Bakıda, Ахундова) leaves a name of four or more the same name. */
const LONGEST_ENDING = 4;

function sameWord(typed: string, named: string): boolean {
  if (typed === named) return true;
  return named.length >= 4 && typed.length - named.length <= LONGEST_ENDING && typed.startsWith(named);
}

/** Finds things by their names and spellings, in any script, whatever the romanisation. */
export class Names {
  readonly #byFirst = new Map<string, Name[]>();

  constructor(things: readonly Thing[]) {
    const all = new Map<string, Name>();
    const add = (text: string, thing: string, role: 'things' | 'pointsTo') => {
      const words = wordsOf(text)
        .filter((word) => !LOOSE.has(word))
        .map(nameSound);
      if (words.length === 0) return;
      const key = words.join(' ');
      const name = all.get(key) ?? { words, things: new Set(), pointsTo: new Set() };
      name[role].add(thing);
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
  find(tokens: readonly Token[]): Naming[] {
    const words = tokens.map(({ word }) => (LOOSE.has(word) ? '' : nameSound(word)));
    const found: Naming[] = [];
    for (let start = 0; start < words.length; start++) {
      const first = words[start];
      if (first === undefined || first === '') continue;
      let best: Naming | undefined;
      for (const name of this.#byFirst.get(firstLetters(first)) ?? []) {
        const to = matchFrom(words, start, name.words);
        if (to !== undefined && (best === undefined || to > best.to))
          best = { from: start, to, things: [...name.things], pointsTo: [...name.pointsTo] };
      }
      if (best === undefined) continue;
      found.push(best);
      start = best.to;
    }
    return found;
  }
}

/** Abbreviations are letters, not sounds: "BAE" and "BAI" are two. */
function nameSound(word: string): string {
  return word.length <= 4 ? word : sound(word);
}

const firstLetters = (word: string) => word.slice(0, 3);

/** The index of the last word of a name that begins at `start`, loose words between allowed; undefined if it does not. */
function matchFrom(words: readonly string[], start: number, name: readonly string[]): number | undefined {
  let position = start;
  for (const [index, word] of name.entries()) {
    if (index > 0) {
      position++;
      while (words[position] === '') position++;
    }
    if (!sameWord(words[position] ?? '', word)) return undefined;
  }
  return position;
}
