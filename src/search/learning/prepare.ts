import { everyText, type Fact, type FactBase } from '../../facts/base.ts';
import { foreignThing } from '../reading/foreign.ts';
import { lexisOf } from '../reading/lexis.ts';
import { conceptsByWord, readerOf } from '../reading/reader.ts';
import { realWords } from '../reading/real-words.ts';
import { stem, wordsOf } from '../reading/tokens.ts';
import { askedOf } from './asked.ts';
import { languageRows } from './language-rows.ts';
import { learn } from './model.ts';
import type { Prepared } from './prepared.ts';
import { recogniser } from './recognise.ts';
import { rowsOf } from './rows.ts';

/**
 * Prepares a fact base for being asked: takes seconds, so it is done by the build and in a worker.
 * `skip` leaves phrases out of learning, to measure how well others are recognised without them.
 */
export function prepare(base: FactBase, skip?: (label: string, phrase: string) => boolean): Prepared {
  const real = realWords();
  const read = {
    base,
    lexis: lexisOf(base, real),
    real,
    foreign: foreignThing(base),
    concepts: conceptsByWord(base),
  };
  const languages = learn(languageRows(base));
  const speaks = recogniser(languages);
  const reader = readerOf(read, (text) => speaks(text)?.language ?? 'en');
  const model = learn(rowsOf(base, reader, skip));
  return { ...read, base: withoutExamples(base), asked: askedOf(base), told: toldBy(base), model, languages };
}

/** By fact, the stems of what it says, in every language. */
export const toldBy = ({ facts }: FactBase): Record<string, string[]> =>
  Object.fromEntries(facts.map((fact) => [fact.id, toldStems(fact)]));

const toldStems = ({ title, statement, value }: Fact): string[] => [
  ...new Set([title, statement, value].flatMap(everyText).flatMap(wordsOf).map(stem)),
];

/** A fact base without what is only learned from: it would be loaded and kept for nothing. */
export function withoutExamples(base: FactBase): FactBase {
  const facts = base.facts.map(({ asked: _, ...fact }) => fact);
  const vocabularies = Object.entries(base.vocabularies).map(([language, vocabulary]) => [
    language,
    { ...vocabulary, refusals: {}, concepts: {} },
  ]);
  return { ...base, facts, vocabularies: Object.fromEntries(vocabularies) };
}
