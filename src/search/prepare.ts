import { everyPhrase, type FactBase } from '../facts/base.ts';
import { foreignThing } from './foreign.ts';
import { lexiconWords } from './lexicon.ts';
import { learn } from './model.ts';
import type { Prepared } from './prepared.ts';
import { readerOf } from './reader.ts';
import { realWords } from './real-words.ts';
import { rowsOf } from './rows.ts';
import { stem, wordsOf } from './tokens.ts';

/**
 * Prepares a fact base for being asked: takes seconds, so it is done by the build and in a worker.
 * `skip` leaves phrases out of learning, to measure how well others are recognised without them.
 */
export function prepare(base: FactBase, skip?: (label: string, phrase: string) => boolean): Prepared {
  const read = { base, words: lexiconWords(base), real: realWords(), foreign: foreignThing(base) };
  const model = learn(rowsOf(base, readerOf(read), skip));
  const asked = Object.fromEntries(
    base.facts.map(({ id, asked }) => [id, [...new Set(everyPhrase(asked).flatMap(wordsOf).map(stem))]]),
  );
  const facts = base.facts.map(({ asked: _, ...fact }) => fact);
  return { ...read, base: { ...base, facts }, asked, model };
}
