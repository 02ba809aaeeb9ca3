import { everyPhrase, everyText, type FactBase } from '../../facts/base.ts';
import { edits, Nearest } from './nearest.ts';
import { wordsOf } from './tokens.ts';

/** Every word that the facts, their example questions or the vocabulary hold: what a typed word may have meant. */
export class Lexicon {
  readonly #words: ReadonlySet<string>;
  readonly #longest: readonly string[];
  readonly #real: ReadonlySet<string>;
  readonly #common: readonly string[];
  #nearest: Nearest | undefined;
  readonly #corrected = new Map<string, string | undefined>();

  /**
   * `words` are all that the facts know; `real` other words that exist and are no slips of those; `common` those so
   * frequent that even a short slip of them is one: "wich", "teh".
   */
  constructor(words: readonly string[], real: readonly string[], common: readonly string[]) {
    this.#real = new Set(real);
    this.#words = new Set(words);
    this.#longest = words.filter((word) => word.length >= 4);
    this.#common = common;
  }

  has(word: string): boolean {
    return this.#words.has(word);
  }

  /**
   * What a word was meant to be: itself if it is known, the word of which it is an inflected form, or the nearest
   * known word; undefined if none is near.
   */
  meant(word: string): string | undefined {
    if (this.#words.has(word) || /^\p{N}/u.test(word)) return word;
    if (this.#corrected.has(word)) return this.#corrected.get(word);
    const meant = this.#find(word);
    if (this.#corrected.size >= MOST_REMEMBERED) this.#corrected.clear();
    this.#corrected.set(word, meant);
    return meant;
  }

  #find(word: string): string | undefined {
    const common = this.#slipOfCommon(word);
    if (common !== undefined) return common;
    if (this.#real.has(word)) return this.#stripped(word);
    const near = this.#correct(word);
    if (near?.edits === 1) return near.text;
    return this.#stripped(word) ?? near?.text;
  }

  /** Even rare words that exist, such as "wen" and "teh", are mostly slips of the words that every question has. */
  #slipOfCommon(word: string): string | undefined {
    if (word.length > 4) return undefined;
    const near = this.#common.filter((one) => one[0] === word[0] && edits(one, word) === 1);
    return near.find((one) => one.startsWith(word)) ?? near[0];
  }

  /** English and Turkic plurals and endings: "handwritings", "kitabxananın". */
  #stripped(word: string): string | undefined {
    for (let length = word.length - 1; length >= Math.max(5, word.length - LONGEST_ENDING); length--) {
      const shorter = word.slice(0, length);
      if (this.#words.has(shorter)) return shorter;
    }
    return undefined;
  }

  #correct(word: string): { text: string; edits: number } | undefined {
    this.#nearest ??= new Nearest(this.#longest);
    return this.#nearest.word(word.slice(0, 40));
  }
}

/** Slips repeat, and a correction is the dearest step; the memory of them is bounded. */
const MOST_REMEMBERED = 5000;
const LONGEST_ENDING = 3;

/**
 * The words of a fact base, folded, each once. Example questions hold slips as people make them: a word that does not
 * exist and is one edit from one that does is left out, so that it is corrected wherever it is met.
 */
export function lexiconWords(base: FactBase, real: readonly string[]): string[] {
  const { curated, phrases } = textsOf(base);
  const exists = new Set(real);
  const known = new Set(curated.flatMap(wordsOf));
  const asked = new Set(phrases.flatMap(wordsOf));
  for (const word of asked) if (exists.has(word)) known.add(word);
  // Words one edit apart share what is left of them when a letter is struck out.
  const struck = new Set([...known].filter((word) => word.length >= LEAST_SLIP).flatMap(struckOut));
  const slip = (word: string) =>
    word.length >= LEAST_SLIP && struckOut(word).some((rest) => struck.has(rest));
  return [...known, ...[...asked].filter((word) => !known.has(word) && !slip(word))];
}

/** A shorter word is as likely another as a slip. */
const LEAST_SLIP = 5;

/** A word, and what is left of it without each of its letters. */
const struckOut = (word: string) => [
  word,
  ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)),
];

/** What curators wrote with care, and the phrases in which people ask. */
function textsOf({ facts, things, topics, vocabularies }: FactBase): {
  curated: string[];
  phrases: string[];
} {
  const curated: string[] = [];
  const phrases = facts.flatMap(({ asked }) => everyPhrase(asked));
  for (const { title, statement, value } of facts)
    curated.push(...[title, statement, value].flatMap(everyText));
  for (const { name, names, places } of things) curated.push(...everyText(name), ...names, ...places);
  for (const name of Object.values(topics)) curated.push(...everyText(name));
  for (const vocabulary of Object.values(vocabularies)) {
    const {
      refusals,
      'not-covered-names': notCovered,
      concepts = {},
      comparatives = {},
      introduction,
      ...lists
    } = vocabulary;
    phrases.push(...Object.values(refusals).flat());
    const nested = [notCovered, concepts, comparatives, lists].flatMap((group) =>
      Object.values(group).flat(),
    );
    curated.push(introduction, ...nested);
  }
  return { curated, phrases };
}
