import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mixedWord } from '../../src/facts/alphabets.ts';
import { LANGUAGES } from '../../src/facts/languages.ts';
import type { Language } from '../../src/facts/model.ts';
import { az } from '../../src/replies/wording/az.ts';
import { writeDate } from '../../src/replies/wording/dates.ts';
import { en } from '../../src/replies/wording/en.ts';
import { kk } from '../../src/replies/wording/kk.ts';
import { ru } from '../../src/replies/wording/ru.ts';
import { tr } from '../../src/replies/wording/tr.ts';
import { wordingIn } from '../../src/replies/wording/wording.ts';

type Catalogue = { [key: string]: string | Catalogue };
const CATALOGUES: Record<Language, Catalogue> = { en, az, kk, ru, tr };

/** Every text of a catalogue by its whole key: "button.show". */
function textsOf(catalogue: Catalogue, before = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]) =>
      typeof value === 'string' ? [[before + key, value] as const] : [...textsOf(value, `${before}${key}.`)],
    ),
  );
}

const PLURAL = /_(zero|one|two|few|many|other)$/;
const bare = (key: string) => key.replace(PLURAL, '');
const english = textsOf(en);
const placeholders = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted();

describe.each(LANGUAGES)('%s', (language) => {
  const texts = textsOf(CATALOGUES[language]);

  test('says all that English says, and nothing else', () => {
    expect(new Set([...texts.keys()].map(bare))).toEqual(new Set([...english.keys()].map(bare)));
  });

  test('has every plural form of its language', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    const counted = new Set([...english.keys()].filter((key) => PLURAL.test(key)).map(bare));
    for (const key of counted)
      for (const category of pluralCategories)
        expect(texts.has(`${key}_${category}`), `${key}_${category}`).toBe(true);
  });

  test('fills in what English fills in', () => {
    for (const [key, text] of texts) {
      if (key === 'date.decade') continue;
      const original = english.get(key) ?? english.get(`${bare(key)}_other`) ?? '';
      expect(placeholders(text), key).toEqual(placeholders(original));
    }
  });

  test('mixes no alphabets and leaves no English', () => {
    for (const [key, text] of texts) {
      expect(mixedWord(text), key).toBeUndefined();
      // Words that are the same in several languages stay; whole sentences never do.
      if (language !== 'en' && text.length > 20 && key !== 'profile.asOf')
        expect(text, key).not.toBe(english.get(key));
    }
  });

  test('says things as that language does', () => {
    expect(wordingIn(language)('page', { page: 2, pages: 3 })).toMatch(/2.*3/);
    expect(wordingIn(language)('topics.facts', { count: 5 })).not.toMatch(/\{|topics/);
    expect(writeDate('2024-09-25', language)).toMatch(/25/);
    expect(writeDate('195X', language)).toMatch(/1950/);
    // What both ends have in common is written once.
    expect(writeDate('2013-09-24/2013-09-25', language).match(/2013/g)).toHaveLength(1);
    expect(writeDate('2013-09-24/2014-09-25', language)).toMatch(/2013[\s\S]*2014/);
    expect(writeDate('1995~/1997', language)).toMatch(/1995[\s\S]* – 1997$/);
  });
});

test('Russian counts as Russian does', () => {
  const say = wordingIn('ru');
  expect([1, 2, 5, 21].map((count) => say('topics.facts', { count }))).toEqual([
    expect.stringMatching(/^1 факт$/),
    expect.stringMatching(/^2 факта$/),
    expect.stringMatching(/^5 фактов$/),
    expect.stringMatching(/^21 факт$/),
  ]);
});

test('no key is there for nothing', () => {
  const folder = path.resolve(import.meta.dirname, '../..');
  const source = ['src', 'commands']
    .flatMap((name) =>
      readdirSync(path.join(folder, name), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts') && !/wording\/..\.ts$/.test(file))
        .map((file) => readFileSync(path.join(folder, name, file), 'utf8')),
    )
    .join('\n');
  // A key is written out, or its group is, with a name filled in: `confidence.${…}`.
  for (const key of new Set([...english.keys()].map(bare))) {
    const group = key.slice(0, key.lastIndexOf('.') + 1);
    const used = source.includes(`'${key}'`) || (group !== '' && source.includes(`\`${group}\${`));
    expect(used, key).toBe(true);
  }
});
