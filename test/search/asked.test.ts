import { expect, test } from 'vitest';
import { loadFactBase } from '../../src/facts/load.ts';
import { AskedStems, askedOf } from '../../src/search/learning/asked.ts';
import { stem } from '../../src/search/reading/tokens.ts';
import { FACTS } from '../knowledge.ts';

const base = loadFactBase(FACTS);
const asked = new AskedStems(askedOf(base));

test('the share of phrases that hold a stem is as counted by hand', () => {
  for (const { id, asked: phrases = {} } of base.facts.slice(0, 5)) {
    const all = Object.values(phrases).flatMap((some) => some ?? []);
    const holding = all.filter((phrase) => / books?\b/.test(` ${phrase.toLowerCase()}`)).length;
    const share = asked.share(id, 'book') + asked.share(id, 'books');
    expect(share * all.length).toBeGreaterThanOrEqual(holding);
    for (const one of asked.of(id)) expect(asked.share(id, one)).toBeGreaterThan(0);
  }
});

test('a stem that no phrase of a fact holds, and a fact that there is not, share nothing', () => {
  const [fact] = base.facts;
  expect(asked.share(fact?.id ?? '', stem('zzzzzz'))).toBe(0);
  expect(asked.share('none', 'book')).toBe(0);
  expect(asked.of('none')).toEqual([]);
});
