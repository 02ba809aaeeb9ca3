import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { bench, describe } from 'vitest';
import { readQuestions } from '../../src/evaluate/questions.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { decide } from '../../src/search/decide.ts';
import { Knowledge } from '../../src/search/judging/knowledge.ts';
import { prepare } from '../../src/search/learning/prepare.ts';
import { FACTS } from '../knowledge.ts';
import { manyFacts } from './many.ts';

const questions = readQuestions(new URL('../questions', import.meta.url).pathname).map(
  ({ question }) => question,
);

/** The next question, round and round, so that no engine answers from what it has just seen. */
function rounds(): () => string {
  let next = 0;
  return () => questions[next++ % questions.length] ?? '';
}

const elapsed = <Value>(work: () => Value): [Value, number] => {
  const start = performance.now();
  const value = work();
  return [value, performance.now() - start];
};

const real = loadFactBase(FACTS);

for (const size of [228, 1_000, 10_000]) {
  const base = manyFacts(real, size);
  const documents = base.facts.map(({ id, title, statement }) => ({
    id,
    title: title.en,
    statement: statement.en,
  }));
  const before = process.memoryUsage().heapUsed;
  const [prepared, learning] = elapsed(() => prepare(base));
  const [knowledge, loading] = elapsed(() => new Knowledge(prepared));
  // The first slip builds the index of words; a program that stays open has that behind it.
  decide('wich libary is oldder', knowledge);
  const memory = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  const fuse = new Fuse(documents, {
    keys: ['title', 'statement'],
    includeScore: true,
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.3,
  });
  const [mini, indexing] = elapsed(() => {
    const index = new MiniSearch({
      fields: ['title', 'statement'],
      searchOptions: { fuzzy: 0.2, prefix: true },
    });
    index.addAll(documents);
    return index;
  });
  console.log(
    `${size} facts: learning ${learning.toFixed(0)} ms (${(learning / indexing).toFixed(1)} × MiniSearch's indexing), ` +
      `index from what was learned ${loading.toFixed(0)} ms (${(loading / indexing).toFixed(1)} ×), about ${memory.toFixed(0)} MB of heap`,
  );

  describe(`${size} facts`, () => {
    const ours = rounds();
    bench('Kitabkhana', () => {
      decide(ours(), knowledge);
    });
    const minis = rounds();
    bench('MiniSearch', () => {
      mini.search(minis());
    });
    const fuses = rounds();
    bench('fuse.js, token search', () => {
      fuse.search(fuses(), { limit: 5 });
    });
  });
}
