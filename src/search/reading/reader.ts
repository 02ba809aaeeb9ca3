import type { FactBase, Thing } from '../../facts/base.ts';
import type { Language, Vocabulary } from '../../facts/model.ts';
import { FOREIGN } from './kinds.ts';
import { lazily } from './lazily.ts';
import { Lexicon, type Speaks } from './lexicon.ts';
import type { Lexis } from './lexis.ts';
import { Names } from './names.ts';
import { stem, wordsOf } from './tokens.ts';

/** What a reader is made from, as plain data. */
export type Sources = {
  /** The facts, without the phrases from which the model has learned. */
  base: FactBase;
  /** Every word that the facts or the vocabulary hold. */
  lexis: Lexis;
  /** Other words that exist. */
  real: string[];
  /** What has a name and is not ours. */
  foreign: Thing;
  /** The concepts of the vocabularies by their words and by the stems of those. */
  concepts: Record<string, string[]>;
};

/** What reads a message, before anything is learned: words, names, and what kind of thing each name is of. */
export type Reader = {
  lexicon: Lexicon;
  names: Names;
  kindOf: (thing: string) => string;
  /** Are the names of a kind masked by its mark, so that what is learned of one thing holds for all? */
  masked: (kind: string) => boolean;
  /** Is a kind that of a folder's own subject? Its aspects are asked without naming it as often as with. */
  large: (kind: string) => boolean;
  /** Is a word what the names of several subjects have in common, such as "library"? */
  isNoun: (word: string) => boolean;
  /** The concepts for which a word stands. */
  conceptsOf: (word: string) => readonly string[];
};

/** A kind with so many things is asked about as a kind: what is learned of one holds for all. */
const MANY = 3;

/** The words by which a question is known, in which even a slip of three letters is recognised. */
const QUESTION_WORDS = [
  'what',
  'when',
  'which',
  'where',
  'who',
  'whose',
  'how',
  'many',
  'much',
  'the',
  'and',
  'was',
  'does',
  'tell',
];

/** Makes the reader of a fact base; `speaks` tells which language a text is in. */
export function readerOf({ base, lexis, real, foreign, concepts }: Sources, speaks: Speaks): Reader {
  const things = [...base.things, foreign];
  const kinds = new Map(things.map(({ id, kind }) => [id, kind]));
  const counts = new Map<string, number>();
  for (const { kind } of base.things) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const subjects = new Set(base.things.filter(({ own }) => own).map(({ kind }) => kind));
  const nouns = commonStems(base);
  const byWord = lazily(() => new Map(Object.entries(concepts)));
  const conceptsOf = (word: string) => byWord().get(word);
  const lexicon = lazily(() => new Lexicon(lexis, real, QUESTION_WORDS, speaks));
  const names = lazily(() => new Names(things, ordinaryWords(base)));
  return {
    get lexicon() {
      return lexicon();
    },
    get names() {
      return names();
    },
    kindOf: (thing) => kinds.get(thing) ?? FOREIGN,
    isNoun: (word) => nouns.has(stem(word)),
    conceptsOf: (word) =>
      beginningsOf(word)
        .map(conceptsOf)
        .find((concepts) => concepts !== undefined) ?? [],
    large: (kind) => subjects.has(kind),
    masked: (kind) => kind === FOREIGN || (counts.get(kind) ?? 0) >= MANY,
  };
}

/** The concepts of the vocabularies by their words, and by the stems of those. */
export function conceptsByWord({ vocabularies }: FactBase): Record<string, string[]> {
  const byWord = new Map<string, string[]>();
  const common = new Set(Object.values(vocabularies).flatMap(commonWords));
  // Of "second in command" all words but "in" stand for it.
  const telling = (phrase: string) => {
    const words = wordsOf(phrase);
    return words.length === 1 ? words : words.filter((word) => !common.has(word));
  };
  for (const { concepts = {} } of Object.values(vocabularies))
    for (const [concept, phrases] of Object.entries(concepts))
      for (const word of phrases.flatMap(telling))
        for (const key of beginningsOf(word)) {
          const known = byWord.get(key) ?? [];
          if (!known.includes(concept)) byWord.set(key, [...known, concept]);
        }
  return Object.fromEntries(byWord);
}

/** A word and its beginnings, down to its stem: the longest that is known tells most. */
const beginningsOf = (word: string): string[] =>
  Array.from({ length: Math.max(1, word.length - stem(word).length + 1) }, (_, cut) =>
    word.slice(0, word.length - cut),
  );

/** The words that stand in questions about anything. */
const commonWords = (vocabulary: Vocabulary): string[] =>
  [vocabulary.stopwords, vocabulary['question-words'], vocabulary.openings, vocabulary.conjunctions].flatMap(
    (list) => list.flatMap(wordsOf),
  );

/** The stems that the English names of several subjects have in common. */
function commonStems({ things }: FactBase): Set<string> {
  const counts = new Map<string, number>();
  for (const { own, name } of things)
    if (own)
      for (const one of new Set(wordsOf(name.en).map(stem))) counts.set(one, (counts.get(one) ?? 0) + 1);
  return new Set([...counts].flatMap(([one, count]) => (count > 1 && one.length > 3 ? [one] : [])));
}

/** Is a word one of those that every text of a language has? */
function ordinaryWords({ vocabularies }: FactBase): (word: string, language: Language) => boolean {
  const byLanguage = new Map(
    Object.entries(vocabularies).map(([language, vocabulary]) => [
      language,
      new Set(
        [
          vocabulary.stopwords,
          vocabulary['question-words'],
          vocabulary.openings,
          vocabulary.about,
          vocabulary.comparison,
        ].flatMap((list) => list.flatMap(wordsOf)),
      ),
    ]),
  );
  return (word, language) => byLanguage.get(language)?.has(word) ?? false;
}
