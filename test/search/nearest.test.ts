import { describe, expect, test } from 'vitest';
import { edits, Nearest } from '../../src/search/reading/nearest.ts';

test.each([
  ['library', 'library', 0],
  ['libary', 'library', 1],
  ['ilfa', 'ifla', 1],
  ['memorandm', 'memorandum', 1],
  ['', 'abc', 3],
  ['kitten', 'sitting', 3],
])('%s is %i… edits from %s', (one, other, count) => {
  expect(edits(one, other)).toBe(count);
  expect(edits(other, one)).toBe(count);
});

describe('the nearest of a list', () => {
  const nearest = new Nearest([
    'library',
    'librarian',
    'memorandum',
    'director',
    'came',
    'founded',
    'holdings',
    'statues',
  ]);

  test.each([
    ['libary', 'library'],
    ['liberry', 'library'],
    ['memorandom', 'memorandum'],
    ['directer', 'director'],
    ['fuonded', 'founded'],
    ['statuse', 'statues'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(nearest.word(typed)?.text).toBe(meant);
  });

  test.each(['abc', 'zzzzzzzz', 'parking', 'ca'])('%s is none of them', (typed) => {
    expect(nearest.word(typed)).toBeUndefined();
  });

  test('stays exact among ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `word${index}x`);
    expect(new Nearest([...many, 'memorandum']).word('memorandmu')?.text).toBe('memorandum');
  });
});

describe('of what is as near', () => {
  test('two letters swapped rather than another letter', () => {
    const nearest = new Nearest([
      'frost',
      'first',
      ...'opening holdings statues director memorandum'.split(' '),
    ]);
    expect(nearest.word('frist')?.text).toBe('first');
  });

  test('what is said more often', () => {
    expect(new Nearest(['books', 'boots']).word('booms')?.text).toBe('books');
    expect(new Nearest(['boots', 'books']).word('booms')?.text).toBe('boots');
  });
});
