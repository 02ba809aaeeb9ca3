import type { Vocabulary } from '../../facts/model.ts';
import { stem, wordsOf } from '../reading/tokens.ts';

/** What people say that is no question. */
export type Remark = 'greeting' | 'thanks' | 'capabilities';

/** A phrase that is no question, by its words; filler has no `why`. */
type Phrase = { words: string[]; why?: Remark };

/** What a phrase said right after an answer does: see "follow-ups" in the vocabulary. */
export type Role = { does: 'again' | 'other' | 'more' | 'sources' | 'pronoun' } | Asked;

/** What a question alone asks of what was told: its date, its number, or what a question class tells. */
export type Asked = { does: 'when' | 'how-many' } | { does: 'ask'; questions: readonly string[] };

/** A phrase said right after an answer, and all that it may do. */
type FollowUp = { words: string[]; roles: Role[] };

/** The words of one language that steer how a message is understood, folded. */
export type Steering = {
  stopwords: ReadonlySet<string>;
  notCovered: ReadonlySet<string>;
  /** Phrases that are no question, the longest first. */
  conversation: readonly Phrase[];
  /** Words that ask about a thing as a whole. */
  about: ReadonlySet<string>;
  questionWords: ReadonlySet<string>;
  openings: ReadonlySet<string>;
  conjunctions: ReadonlySet<string>;
  /** The question class in which a word alone compares, whatever its ending: "qədimdir", "старше". */
  comparedBy: (word: string) => string | undefined;
  comparisonWords: ReadonlySet<string>;
  /** What is said right after an answer and understood from it. */
  followUps: readonly FollowUp[];
  /** Do words ask for things to be held side by side? */
  compares: (words: readonly string[]) => boolean;
};

/** The steering words of a vocabulary. People greet in whatever language: `all` are those of every language. */
export function steeringOf(vocabulary: Vocabulary, all: readonly Vocabulary[]): Steering {
  const words = (list: readonly string[]) => new Set(list.flatMap(wordsOf));
  const phrases = (list: readonly string[], why?: Remark): Phrase[] =>
    list.map((phrase) => ({ words: wordsOf(phrase), ...(why === undefined ? {} : { why }) }));
  const remarks = all.flatMap(({ capabilities, thanks, greetings }) => [
    ...phrases(capabilities, 'capabilities'),
    ...phrases(thanks, 'thanks'),
    ...phrases(greetings, 'greeting'),
  ]);
  const comparatives = new Map(
    Object.entries(vocabulary.comparatives ?? {}).flatMap(([question, list]) =>
      list.flatMap(wordsOf).flatMap((word) => [word, stem(word)].map((key) => [key, question] as const)),
    ),
  );
  const comparedBy = (word: string) => comparatives.get(word) ?? comparatives.get(stem(word));
  const comparison = vocabulary.comparison.map(wordsOf);
  return {
    stopwords: words(vocabulary.stopwords),
    notCovered: words(vocabulary['not-covered-words']),
    conversation: [...remarks, ...phrases(vocabulary.filler)]
      .filter(({ words }) => words.length > 0)
      .toSorted((one, other) => other.words.length - one.words.length),
    about: words(vocabulary.about),
    questionWords: words(vocabulary['question-words']),
    openings: words(vocabulary.openings),
    conjunctions: words(vocabulary.conjunctions),
    comparedBy,
    comparisonWords: words(vocabulary.comparison),
    followUps: followUpsOf(vocabulary['follow-ups']),
    compares: (words) =>
      comparison.some((phrase) => isIn(words, phrase)) ||
      words.some((word) => comparedBy(word) !== undefined),
  };
}

function followUpsOf(said: Vocabulary['follow-ups']): FollowUp[] {
  if (said === undefined) return [];
  const { asks, pronouns, ...lists } = said;
  const listed: [readonly string[], Role][] = [
    [lists.again, { does: 'again' }],
    [lists.other, { does: 'other' }],
    [lists.more, { does: 'more' }],
    [lists.sources, { does: 'sources' }],
    [pronouns, { does: 'pronoun' }],
    [lists.when, { does: 'when' }],
    [lists['how-many'], { does: 'how-many' }],
    ...asks.map(({ says, of }): [readonly string[], Role] => [says, { does: 'ask', questions: of }]),
  ];
  const byWords = new Map<string, FollowUp>();
  for (const [phrases, role] of listed)
    for (const words of phrases.map(wordsOf)) {
      const known = byWords.get(words.join(' ')) ?? { words, roles: [] };
      byWords.set(words.join(' '), { words, roles: [...known.roles, role] });
    }
  return [...byWords.values()];
}

const isIn = (words: readonly string[], phrase: readonly string[]): boolean =>
  words.some((_, start) => phrase.every((word, offset) => words[start + offset] === word));
