import { beforeAll, expect, test } from 'vitest';
import { complete, MOST_CHOICES, Titles } from '../../src/search/autocomplete.ts';
import type { Knowledge } from '../../src/search/judging/knowledge.ts';
import { realKnowledge } from '../knowledge.ts';

let knowledge: Knowledge;
let titles: Titles;
beforeAll(() => {
  knowledge = realKnowledge();
  titles = new Titles(knowledge.base.facts, 'en');
});

const ids = (typed: string) => complete(typed, titles, knowledge).map(({ id }) => id);

test('nothing typed: the headline of each topic', () => {
  const topics = complete('', titles, knowledge).map(({ topic }) => topic);
  expect(topics.length).toBeGreaterThan(15);
  expect(topics.length).toBeLessThanOrEqual(MOST_CHOICES);
  expect(new Set(topics).size).toBe(topics.length);
});

test('a title that begins so comes first', () => {
  const [first] = knowledge.base.facts;
  const title = first?.title.en ?? '';
  expect(ids(title.slice(0, title.length - 3))[0]).toBe(first?.id);
});

test('words of a title in any order, the last one unfinished', () => {
  expect(ids('statues facade')).toContain('az-facade-statues');
  expect(ids('ribbon lite')).toContain('evt-corner-ribbon');
});

test('a question offers what answers it', () => {
  expect(ids('how many books are in the baku library')).toContain('az-holdings-5m');
});

test('a misspelt title is found', () => {
  expect(ids('azerbaijani literatre cornr')).toEqual(expect.arrayContaining(['evt-corner-opened']));
});

test.each(['a', '!^=|', '   ', 'zzzzzz', 'x'.repeat(5000)])('%j gives at most 25, each once', (typed) => {
  const found = ids(typed);
  expect(found.length).toBeLessThanOrEqual(MOST_CHOICES);
  expect(new Set(found).size).toBe(found.length);
});
