import Fuse from 'fuse.js';

/** In edits. */
const OTHER_START = 0.6;
const SWAPPED = 0.3;
const RARE = 0.5;

const MOST_CANDIDATES = 60;

/** Fuse finds; this decides. A swap of neighbours is one edit (Damerau–Levenshtein, optimal string alignment). */
export function edits(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      current.push(least);
    }
    before = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

/** How many slips a word of a length may hold and still be taken for another. */
function allowance(length: number): number {
  if (length <= 3) return 0;
  if (length <= 5) return 1;
  return length <= 8 ? 2 : 3;
}

/** The letters of a word, whatever their order. */
const letters = (word: string) => [...word].sort().join('');

const bigrams = (word: string): Set<string> => {
  const marked = `^${word}$`;
  return new Set(Array.from({ length: marked.length - 1 }, (_, start) => marked.slice(start, start + 2)));
};

/**
 * A list of texts, the most common first, in which the nearest to a misspelt one is found by fuse.js. Pairs of letters choose at most 60
 * for it to look at, so that its cost does not grow with the list.
 */
export class Nearest {
  readonly #texts: readonly string[];
  readonly #holders = new Map<string, number[]>();

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    for (const [index, text] of texts.entries())
      for (const pair of bigrams(text)) {
        const holders = this.#holders.get(pair);
        if (holders === undefined) this.#holders.set(pair, [index]);
        else holders.push(index);
      }
  }

  /** The texts that fuse.js ranks first for a pattern, best first, with their places in the list and its score (0 is equal). */
  search(pattern: string, threshold: number): { text: string; rank: number; score: number }[] {
    const shared = new Map<number, number>();
    for (const pair of bigrams(pattern))
      for (const index of this.#holders.get(pair) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1);
    const candidates = [...shared]
      .map(([rank, count]) => ({ text: this.#texts[rank] ?? '', rank, count }))
      // By the share of common pairs, or long texts would crowd out the short.
      .map(({ text, rank, count }) => ({
        text,
        rank,
        likeness: (2 * count) / (text.length + pattern.length + 2),
      }))
      .toSorted((one, other) => other.likeness - one.likeness)
      .slice(0, MOST_CANDIDATES);
    const fuse = new Fuse(candidates, {
      keys: ['text'],
      includeScore: true,
      threshold,
      ignoreLocation: true,
      ignoreFieldNorm: true,
    });
    return fuse
      .search(pattern.slice(0, 32))
      .map(({ item: { text, rank }, score = 0 }) => ({ text, rank, score }));
  }

  /** The text that a word was meant to be, if one is near enough; its own text if the list holds it. */
  word(word: string): { text: string; edits: number } | undefined {
    const most = allowance(word.length);
    if (most === 0) return undefined;
    let best: { text: string; edits: number; cost: number } | undefined;
    for (const { text, rank } of this.search(word, 0.55)) {
      if (Math.abs(text.length - word.length) > most || allowance(text.length) === 0) continue;
      const count = edits(word, text);
      // In a short word only a slip inside it is a slip: "came" is not "cafe".
      if (word.length <= 4 && (text[0] !== word[0] || text.at(-1) !== word.at(-1))) continue;
      const cost = count + this.#doubt(word, text, rank);
      if (count <= most && (best === undefined || cost < best.cost)) best = { text, edits: count, cost };
    }
    return best;
  }

  /** What tells apart texts at the same distance, in edits: people seldom miss the first letter, often swap two, and mean what is often said. */
  #doubt(word: string, text: string, rank: number): number {
    const rare = Math.log(1 + rank) / Math.log(1 + this.#texts.length);
    return (
      (text[0] === word[0] ? 0 : OTHER_START) - (letters(word) === letters(text) ? SWAPPED : 0) + RARE * rare
    );
  }
}
