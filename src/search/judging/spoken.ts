import type { Reading } from '../reading/reading.ts';
import { stem } from '../reading/tokens.ts';
import type { Knowledge } from './knowledge.ts';

/** Is there a word that asks, such as "when"? */
export function hasQuestionWord({ words, language }: Reading, knowledge: Knowledge): boolean {
  const { questionWords } = knowledge.steering(language);
  return words.some(({ word, meant = word }) => questionWords.has(meant));
}

/** Does a part of a message ask? By a question word, by how it begins, or by its question mark. */
export function asks(reading: Reading, knowledge: Knowledge): boolean {
  const { openings } = knowledge.steering(reading.language);
  return (
    hasQuestionWord(reading, knowledge) ||
    reading.words.some(({ word, meant = word, asked }, index) => asked || (index < 2 && openings.has(meant)))
  );
}

/** Is there nothing but names, and words that ask nothing of their own? `besides` lets others pass. */
export function onlyNames(
  reading: Reading,
  knowledge: Knowledge,
  besides: (word: string) => boolean = () => false,
): boolean {
  return reading.words.every(
    ({ word, meant = word }, index) =>
      besides(meant) ||
      isCommon(meant, reading, knowledge) ||
      reading.namings.some(({ from, to }) => index >= from && index <= to),
  );
}

function isCommon(word: string, { language }: Reading, knowledge: Knowledge): boolean {
  const { stopwords, questionWords, comparisonWords, conjunctions } = knowledge.steering(language);
  return (
    stopwords.has(word) ||
    questionWords.has(word) ||
    comparisonWords.has(word) ||
    conjunctions.has(word) ||
    knowledge.subjectStems.has(stem(word))
  );
}
