import { expect, test } from 'vitest';
import { everyPhrase } from '../../src/facts/base.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { AskedStems, askedOf } from '../../src/search/learning/asked.ts';
import { stem, wordsOf } from '../../src/search/reading/tokens.ts';
import { FACTS } from '../knowledge.ts';

const base = loadFactBase(FACTS);
const asked = new AskedStems(askedOf(base));

test('the share of phrases that hold a stem is as counted one by one', () => {
  for (const { id, asked: byLanguage } of base.facts.slice(0, 5)) {
    const phrases = everyPhrase(byLanguage).map((phrase) => wordsOf(phrase).map(stem));
    const stems = new Set(phrases.flat());
    expect(new Set(asked.of(id))).toEqual(stems);
    for (const one of stems)
      expect(asked.share(id, one), one).toBe(
        phrases.filter((words) => words.includes(one)).length / phrases.length,
      );
  }
});

test('a stem that no phrase of a fact holds, and a fact that there is not, share nothing', () => {
  const [fact] = base.facts;
  expect(asked.share(fact?.id ?? '', stem('zzzzzz'))).toBe(0);
  expect(asked.share('none', 'book')).toBe(0);
  expect(asked.of('none')).toEqual([]);
});
