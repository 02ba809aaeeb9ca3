import type { Fact } from '../facts/base.ts';
import type { Language } from '../facts/model.ts';
import { judge } from './judging/candidates.ts';
import type { Knowledge } from './judging/knowledge.ts';
import { fold } from './reading/fold.ts';
import { Nearest } from './reading/nearest.ts';
import { read } from './reading/reading.ts';
import { wordsOf } from './reading/tokens.ts';

/** Discord shows so many choices at most. */
export const MOST_CHOICES = 25;
/** With fewer than these, likely misspelt titles are looked for too. */
const FEW = 5;
/** A choice that may have been meant must be at least so likely. */
const LEAST_LIKELY = 0.1;

type Entry = { fact: Fact; title: string; words: string[] };

/** The titles of the facts, prepared for being completed as they are typed. */
export class Titles {
  readonly #entries: Entry[];
  /** Every word of every title with its entry, in alphabetical order, so that a prefix is a run. */
  readonly #words: { word: string; entry: number }[];
  readonly #byTitle: Map<string, Fact>;
  #nearest: Nearest | undefined;

  constructor(facts: readonly Fact[], language: Language) {
    this.#entries = facts.map((fact) => {
      const title = fact.title[language] ?? fact.title.en;
      return { fact, title: fold(title), words: wordsOf(title) };
    });
    this.#words = this.#entries
      .flatMap(({ words }, entry) => words.map((word) => ({ word, entry })))
      .toSorted((one, other) =>
        one.word < other.word ? -1 : one.word > other.word ? 1 : one.entry - other.entry,
      );
    this.#byTitle = new Map(this.#entries.map(({ title, fact }) => [title, fact]));
  }

  /** Facts whose title begins with a text. */
  beginningWith(text: string): Fact[] {
    return this.#entries.filter(({ title }) => title.startsWith(text)).map(({ fact }) => fact);
  }

  /** Facts in whose title every word is found, each as the beginning of a word. */
  holding(words: readonly string[]): Fact[] {
    const [rarest, ...others] = words
      .map((word) => this.#run(word))
      .toSorted((one, other) => one.size - other.size);
    if (rarest === undefined) return [];
    const entries = [...rarest].filter((entry) => others.every((run) => run.has(entry)));
    return entries.flatMap((entry) => this.#entries[entry]?.fact ?? []);
  }

  /** Facts whose title looks like a text, as fuse.js judges it. */
  like(text: string): Fact[] {
    this.#nearest ??= new Nearest([...this.#byTitle.keys()]);
    return this.#nearest.search(text, 0.4).flatMap(({ text }) => this.#byTitle.get(text) ?? []);
  }

  #run(prefix: string): Set<number> {
    let low = 0;
    let high = this.#words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#words[middle]?.word ?? '') < prefix) low = middle + 1;
      else high = middle;
    }
    const entries = new Set<number>();
    for (let index = low; this.#words[index]?.word.startsWith(prefix); index++)
      entries.add(this.#words[index]?.entry ?? 0);
    return entries;
  }
}

/**
 * What a half-typed question may become, best first, at most 25 facts: titles that begin with it, titles that hold its
 * words, facts that answer it, and titles that look like it. Nothing typed: the headline of each topic.
 */
export function complete(typed: string, titles: Titles, knowledge: Knowledge): Fact[] {
  const reading = read(typed, knowledge.reader.lexicon, knowledge.reader.names);
  if (reading.words.length === 0) return headlines(knowledge).slice(0, MOST_CHOICES);
  const found = new Set([
    ...titles.beginningWith(fold(typed.trim())),
    ...titles.holding(reading.words.map(({ word }) => word)),
  ]);
  if (found.size < MOST_CHOICES) for (const fact of answering(reading, knowledge)) found.add(fact);
  if (found.size < FEW) for (const fact of titles.like(fold(typed.trim()))) found.add(fact);
  return [...found].slice(0, MOST_CHOICES);
}

function answering(reading: ReturnType<typeof read>, knowledge: Knowledge): Fact[] {
  const { candidates } = judge(reading, reading, knowledge);
  return candidates
    .filter(({ total }) => total >= LEAST_LIKELY)
    .flatMap(({ facts }) => facts.flatMap(([lead]) => lead ?? []));
}

/** The first fact of each topic, as a table of contents. */
function headlines({ base }: Knowledge): Fact[] {
  return base.facts.filter(
    ({ topic }, index) => base.facts.findIndex((fact) => fact.topic === topic) === index,
  );
}
