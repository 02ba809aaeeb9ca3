import { everyPhrase, type FactBase } from '../../facts/base.ts';
import { stem, wordsOf } from '../reading/tokens.ts';

/** Which stems the example phrases of each fact hold, as data: a stem by its number in one list, since most ask for many facts. */
export type Asked = {
  stems: string[];
  /** By fact, how many phrases ask for it, and pairs of a stem's number and the count of phrases that hold it, by number. */
  facts: Record<string, { phrases: number; pairs: number[] }>;
};

/** Counts the stems of the example phrases that ask for each fact. */
export function askedOf({ facts }: FactBase): Asked {
  const numbers = new Map<string, number>();
  const numberOf = (one: string) => {
    const number = numbers.get(one) ?? numbers.size;
    numbers.set(one, number);
    return number;
  };
  const counted = facts.map(({ id, asked }) => {
    const phrases = everyPhrase(asked);
    const counts = new Map<number, number>();
    for (const phrase of phrases)
      for (const number of new Set(wordsOf(phrase).map(stem).map(numberOf)))
        counts.set(number, (counts.get(number) ?? 0) + 1);
    const pairs = [...counts].toSorted(([one], [other]) => one - other).flat();
    return [id, { phrases: phrases.length, pairs }] as const;
  });
  return { stems: [...numbers.keys()], facts: Object.fromEntries(counted) };
}

/** What example phrases hold, to be asked of one fact and one stem at a time. */
export class AskedStems {
  readonly #asked: Asked;
  readonly #numbers: ReadonlyMap<string, number>;

  constructor(asked: Asked) {
    this.#asked = asked;
    this.#numbers = new Map(asked.stems.map((one, number) => [one, number]));
  }

  /** Every stem that some phrase holds. */
  get all(): readonly string[] {
    return this.#asked.stems;
  }

  /** The stems of the phrases that ask for a fact. */
  of(fact: string): string[] {
    const { pairs = [] } = this.#asked.facts[fact] ?? {};
    return pairs.flatMap((number, index) => (index % 2 === 0 ? (this.#asked.stems[number] ?? []) : []));
  }

  /** In what share of the phrases that ask for a fact a stem occurs, from 0 to 1. */
  share(fact: string, one: string): number {
    const number = this.#numbers.get(one);
    const { phrases, pairs } = this.#asked.facts[fact] ?? { phrases: 0, pairs: [] };
    if (number === undefined) return 0;
    let low = 0;
    let high = pairs.length / 2;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[2 * middle] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    return pairs[2 * low] === number ? (pairs[2 * low + 1] ?? 0) / phrases : 0;
  }
}
