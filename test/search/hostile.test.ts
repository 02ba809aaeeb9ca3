import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { answerLines } from '../../src/replies/cards/lines.ts';
import { complete, Titles } from '../../src/search/autocomplete.ts';
import { decide } from '../../src/search/decide.ts';
import type { Knowledge } from '../../src/search/judging/knowledge.ts';
import { realKnowledge } from '../knowledge.ts';

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = realKnowledge();
});

const HOSTILE: Record<string, string> = {
  empty: '',
  blank: ' \t\n\r ',
  'a hundred thousand letters': 'a'.repeat(100_000),
  'a hundred thousand words': 'book '.repeat(100_000),
  'control characters': '\u0000\u0001\u0007\u001B[31m',
  'zero-width characters': '\u200B\u200C\u200D\uFEFF',
  'right-to-left overrides': '\u202E\u2066evil\u2069',
  'lone surrogates': '\uD800 \uDFFF',
  'operators of fuse.js': "!^'|= =library !library ^library 'library | $",
  'a regular expression': '(a+)+$ [[[ \\\\ {1000000} (?<=',
  emoji: '👩‍👩‍👧‍👦🏳️‍🌈😀'.repeat(50),
  'stacked marks': `e${'\u0301'.repeat(5000)}`,
  'prototype names': '__proto__ constructor toString hasOwnProperty',
  'mentions and markup': '<@123> @everyone [x](javascript:alert(1)) ```',
};

describe('whatever is typed gets a reply', () => {
  test.each(Object.entries(HOSTILE))('%s', (_, text) => {
    const { answer } = decide(text, knowledge);
    expect(['answer', 'suggest', 'none']).toContain(answer.status);
    expect(answer.status).not.toBe('answer');
  });

  test('ten thousand random strings', () => {
    const titles = new Titles(knowledge.base.facts, 'en');
    const words = fc.constantFrom(
      'library',
      'baku',
      'how',
      'many',
      'books',
      'founded',
      '!',
      '=',
      '^',
      '\u202E',
      'İ',
      'ß',
      '\uD800',
      '1939',
      "'",
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(words, { maxLength: 12 }).map((all) => all.join(' ')),
      fc.string({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(text, (message) => {
        const { answer } = decide(message, knowledge);
        const lines = answerLines(answer, knowledge.base, 'en');
        expect(lines.length === 0).toBe(answer.status === 'none');
        expect(lines.length).toBeLessThanOrEqual(5);
        for (const { score, text } of lines) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(text).not.toBe('');
        }
        complete(message.slice(0, 40), titles, knowledge);
      }),
      { numRuns: 10_000 },
    );
  });
});
