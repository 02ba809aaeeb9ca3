import type { FactBase } from '../../facts/base.ts';
import { LANGUAGES } from '../../facts/languages.ts';
import type { Language } from '../../facts/model.ts';
import { wordsOf } from './tokens.ts';

/** The words of a fact base, folded, each once: those of names, which belong to no language, and those of each language, the most common first. */
export type Lexis = {
  shared: string[];
  own: Partial<Record<Language, string[]>>;
  /** Names of what is not ours: known, but no slip is taken for one. */
  foreign: string[];
};

/** The words of a fact base. `real` are English words that exist. */
export function lexisOf(base: FactBase, real: readonly string[]): Lexis {
  const names = base.things.flatMap(({ names, places }) => [...names, ...places]);
  const foreign = Object.values(base.vocabularies).flatMap((vocabulary) =>
    Object.values(vocabulary['not-covered-names']).flat(),
  );
  return {
    shared: [...new Set(names.flatMap(wordsOf))],
    foreign: [...new Set(foreign.flatMap(wordsOf))],
    own: Object.fromEntries(
      LANGUAGES.map((language) => [language, wordsIn(base, language, language === 'en' ? real : [])]),
    ),
  };
}

/**
 * The words of one language. Example questions hold slips as people make them: a word that does not exist and is one
 * edit from one that does is left out, so that it is corrected wherever it is met.
 */
function wordsIn(base: FactBase, language: Language, real: readonly string[]): string[] {
  const { curated, phrases } = textsIn(base, language);
  const written = curated.flatMap(wordsOf);
  const typed = phrases.flatMap(wordsOf);
  const exists = new Set(real);
  const known = new Set(written);
  const asked = new Set(typed);
  for (const word of asked) if (exists.has(word)) known.add(word);
  // Words one edit apart share what is left of them when a letter is struck out.
  const struck = new Set([...known].filter((word) => word.length >= LEAST_SLIP).flatMap(struckOut));
  const slip = (word: string) =>
    word.length >= LEAST_SLIP && struckOut(word).some((rest) => struck.has(rest));
  const words = [...known, ...[...asked].filter((word) => !known.has(word) && !slip(word))];
  const counts = new Map<string, number>();
  for (const word of [...written, ...typed]) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0));
}

/** A shorter word is as likely another as a slip. */
const LEAST_SLIP = 5;

/** A word, and what is left of it without each of its letters. */
const struckOut = (word: string) => [
  word,
  ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)),
];

/** What curators wrote with care, and the phrases in which people ask. */
function textsIn(
  { facts, things, topics, vocabularies }: FactBase,
  language: Language,
): { curated: string[]; phrases: string[] } {
  const vocabulary = vocabularies[language];
  const localised = [
    ...facts.flatMap(({ title, statement, value }) => [title, statement, value]),
    ...things.flatMap(({ name, place }) => (place === undefined ? [name] : [name, place])),
    ...Object.values(topics),
  ];
  const curated = localised.flatMap((text) => text[language] ?? []);
  const phrases = facts.flatMap(({ asked }) => asked?.[language] ?? []);
  if (vocabulary === undefined) return { curated, phrases };
  const {
    refusals,
    'not-covered-names': _,
    // These are met as they are written, and correct nothing.
    'follow-ups': _said,
    concepts = {},
    comparatives = {},
    introduction,
    ...lists
  } = vocabulary;
  const nested = [concepts, comparatives, lists].flatMap((group) => Object.values(group).flat());
  return {
    curated: [...curated, introduction, ...nested],
    phrases: [...phrases, ...Object.values(refusals).flat()],
  };
}
