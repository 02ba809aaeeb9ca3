import { expect, test } from 'vitest';
import { clean, tokenise, wordsOf } from '../../src/search/reading/tokens.ts';

test('words, numbers and endings', () => {
  expect(wordsOf("Let's go! The library's 4,690,311 items – Karabağ'a 25.09.2024")).toEqual([
    'let',
    'go',
    'the',
    'library',
    '4690311',
    'items',
    'karabaga',
    '25',
    '09',
    '2024',
  ]);
});

test('clauses are told apart, and which sentence asks', () => {
  const tokens = tokenise('I like books. Who leads it, and since when? Thanks');
  expect(tokens.map(({ clause }) => clause)).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2, 3]);
  expect(tokens.filter(({ asked }) => asked).map(({ word }) => word)).toEqual(['and', 'since', 'when']);
});

test('a capital inside a sentence is seen', () => {
  expect(
    tokenise('Who is Ada Cogwell')
      .filter(({ capital }) => capital)
      .map(({ typed }) => typed),
  ).toEqual(['Ada', 'Cogwell']);
});

test('what cannot be seen is taken out', () => {
  expect(clean('li\u200Bbrary \u202Eyrarbil\u202C \u0000\u0007 end\uD800')).toBe(
    'li brary yrarbil end\uFFFD',
  );
  expect(clean(' \u200B\n\t ')).toBe('');
  expect(clean('x'.repeat(100_000)).length).toBeLessThanOrEqual(1000);
});
