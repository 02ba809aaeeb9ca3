import { LANGUAGES } from '../../facts/languages.ts';
import type { Language } from '../../facts/model.ts';
import type { Lexis } from './lexis.ts';
import { edits, Nearest } from './nearest.ts';
import { stem } from './tokens.ts';

/** Which language a text is in. */
export type Speaks = (text: string) => Language;

/** The words of one language: those that are known, and what a slip may have meant. */
class Words {
  readonly #known: ReadonlySet<string>;
  readonly #stems: ReadonlySet<string>;
  readonly #nearest: () => Nearest;

  constructor(words: readonly string[]) {
    this.#known = new Set(words);
    this.#stems = new Set(words.map(stem));
    let nearest: Nearest | undefined;
    this.#nearest = () => {
      nearest ??= new Nearest(words.filter((word) => word.length >= 4));
      return nearest;
    };
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  /** Is a word one of these but for its ending? Turkic and Russian words have many. */
  inflects(word: string): boolean {
    return word.length > stem(word).length && this.#stems.has(stem(word));
  }

  near(word: string): { text: string; edits: number } | undefined {
    return this.#nearest().word(word.slice(0, 40));
  }

  /** Plurals and endings: "handwritings", "kitabxananın". */
  stripped(word: string): string | undefined {
    for (let length = word.length - 1; length >= Math.max(5, word.length - LONGEST_ENDING); length--) {
      const shorter = word.slice(0, length);
      if (this.#known.has(shorter)) return shorter;
    }
    return undefined;
  }
}

const LONGEST_ENDING = 3;
/** Slips repeat, and a correction is the dearest step; the memory of them is bounded. */
const MOST_REMEMBERED = 5000;

/** Every word that the facts, their example questions or the vocabulary hold: what a typed word may have meant. */
export class Lexicon {
  readonly #byLanguage: ReadonlyMap<Language, Words>;
  readonly #foreign: ReadonlySet<string>;
  readonly #real: ReadonlySet<string>;
  readonly #common: readonly string[];
  readonly #speaks: Speaks;
  readonly #corrected = new Map<string, string | undefined>();

  /**
   * `real` are other English words that exist and are no slips of known ones; `common` those so frequent that even a
   * short slip of them is one: "wich", "teh".
   */
  constructor(
    { shared, own, foreign }: Lexis,
    real: readonly string[],
    common: readonly string[],
    speaks: Speaks,
  ) {
    this.#real = new Set(real);
    this.#common = common;
    this.#speaks = speaks;
    this.#byLanguage = new Map(
      LANGUAGES.map((language) => [language, new Words([...new Set([...(own[language] ?? []), ...shared])])]),
    );
    this.#foreign = new Set(foreign);
  }

  /**
   * The language of a text, and what corrects its words: each is itself if it is known, else the word of its language of which it is an
   * inflected form, or the nearest one; undefined if none is near.
   */
  reading(
    text: string,
    language: Language = this.#speaks(text),
  ): { language: Language; meaning: (word: string) => string | undefined } {
    const meaning = (word: string) => {
      if (/^\p{N}/u.test(word) || this.#byLanguage.get(language)?.has(word)) return word;
      const key = `${language} ${word}`;
      if (this.#corrected.has(key)) return this.#corrected.get(key);
      const meant = this.#find(word, language);
      if (this.#corrected.size >= MOST_REMEMBERED) this.#corrected.clear();
      this.#corrected.set(key, meant);
      return meant;
    };
    return { language, meaning };
  }

  /** Is a folded word one of a language, or a name? */
  has(word: string, language: Language): boolean {
    return this.#byLanguage.get(language)?.has(word) ?? false;
  }

  /** Is a word one of any language, or a name? */
  #exists(word: string): boolean {
    return this.#foreign.has(word) || LANGUAGES.some((language) => this.has(word, language));
  }

  #find(word: string, language: Language): string | undefined {
    const words = this.#byLanguage.get(language);
    if (words === undefined) return undefined;
    if (language === 'en') {
      const common = this.#slipOfCommon(word);
      if (common !== undefined) return common;
      if (this.#real.has(word)) return words.stripped(word) ?? (this.#exists(word) ? word : undefined);
    }
    // People mix languages in one message: a word of another is that, not a slip; but of English more slips are known.
    if (language !== 'en' && (this.#exists(word) || words.inflects(word))) return word;
    const near = words.near(word);
    if (near?.edits === 1) return near.text;
    if (this.#exists(word)) return word;
    return words.stripped(word) ?? near?.text;
  }

  /** Even rare words that exist, such as "wen" and "teh", are mostly slips of the words that every question has. */
  #slipOfCommon(word: string): string | undefined {
    if (word.length > 4) return undefined;
    const near = this.#common.filter((one) => one[0] === word[0] && edits(one, word) === 1);
    return near.find((one) => one.startsWith(word)) ?? near[0];
  }
}
