import type { FactBase } from '../../facts/base.ts';
import { LANGUAGES } from '../../facts/languages.ts';
import { letterMarks } from '../reading/letters.ts';
import type { Row } from './model.ts';

/** Of a language with more examples than this only some are learned from, or it would win every doubtful word. */
const MOST_EXAMPLES = 3_000;
/** How often each greeting is learned from. */
const GREETED = 5;

/** Texts of every language of a fact base, from which the language of a question is recognised. */
export function languageRows({ facts, vocabularies }: FactBase): Row[] {
  return LANGUAGES.flatMap((language) => {
    const vocabulary = vocabularies[language];
    const texts = [
      ...facts.flatMap(({ asked }) => asked?.[language] ?? []),
      ...facts.flatMap(({ title, statement }) => [title[language] ?? [], statement[language] ?? []].flat()),
      ...(vocabulary === undefined
        ? []
        : [
            ...Object.values(vocabulary.refusals).flat(),
            ...[vocabulary.capabilities, vocabulary.filler].flat(),
            ...[vocabulary.stopwords, vocabulary['question-words']].flat(),
          ]),
    ];
    const step = Math.max(1, texts.length / MOST_EXAMPLES);
    const chosen = texts.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step));
    // A greeting is all there is of a message, and has to tell the language alone.
    const greetings = [...(vocabulary?.greetings ?? []), ...(vocabulary?.thanks ?? [])];
    const weighty = Array.from({ length: GREETED }, () => greetings).flat();
    return [...chosen, ...weighty].map((text) => ({ label: language, marks: letterMarks(text) }));
  });
}
