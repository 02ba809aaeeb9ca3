import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadFactBase } from '../../src/facts/load.ts';
import { FACTS } from '../knowledge.ts';

const SOURCE = path.resolve(import.meta.dirname, '../../src');

const SEARCH = ['search', 'search/following', 'search/judging', 'search/learning', 'search/reading', 'facts'];
const REPLIES = [
  'replies/wording',
  'replies/message',
  'replies/cards',
  'replies/pictures',
  'replies/browse',
  'replies/guide',
  'replies/corrections',
  'replies/quiz',
];

const DISCORD = [
  'discord',
  'discord/connection',
  'discord/registration',
  'discord/messages',
  'discord/interactions',
  'discord/daily',
];

/** Which folder of src may import from which others. */
const MAY_IMPORT: Record<string, string[]> = {
  facts: [],
  'search/reading': ['facts'],
  'search/learning': ['search/reading', 'facts'],
  'search/judging': ['search/learning', 'search/reading', 'facts'],
  'search/following': ['search', 'search/judging', 'search/reading', 'facts'],
  search: SEARCH,
  'replies/wording': ['facts'],
  'replies/message': ['replies/wording', 'replies/cards', 'replies/pictures', 'search', 'facts'],
  'replies/cards': [
    'replies/message',
    'replies/wording',
    'search',
    'search/following',
    'search/judging',
    'facts',
  ],
  'replies/pictures': ['replies/cards', 'replies/message', 'replies/wording', 'facts'],
  'replies/browse': [
    'replies/pictures',
    'replies/cards',
    'replies/message',
    'replies/wording',
    'search',
    'search/following',
    'search/judging',
    'facts',
  ],
  'replies/guide': ['replies/cards', 'replies/message', 'replies/wording', 'facts'],
  'replies/corrections': ['replies/cards', 'replies/message', 'replies/wording', 'search/judging', 'facts'],
  'quiz/questions': ['search/judging', 'search/reading', 'facts'],
  quiz: ['quiz/questions', 'search/judging', 'facts'],
  'replies/quiz': [
    'quiz',
    'quiz/questions',
    'replies/cards',
    'replies/message',
    'replies/wording',
    'search/judging',
    'facts',
  ],
  health: ['facts'],
  'discord/connection': ['facts'],
  'discord/command': ['quiz', ...REPLIES, ...SEARCH],
  'discord/registration': ['discord/command', 'facts'],
  discord: ['discord/connection', 'discord/command', 'quiz', ...REPLIES, ...SEARCH, 'health'],
  'discord/messages': ['discord', 'discord/connection', ...REPLIES, ...SEARCH, 'health'],
  'discord/corrections': ['discord', 'discord/connection', ...REPLIES, ...SEARCH],
  'discord/daily': ['discord', ...REPLIES, ...SEARCH],
  'discord/interactions': [
    'discord',
    'discord/connection',
    'discord/command',
    'discord/corrections',
    'quiz',
    ...REPLIES,
    ...SEARCH,
    'health',
  ],
  'playground/stand-in': [],
  config: ['facts', 'discord/connection'],
  playground: ['playground/stand-in', ...SEARCH, 'config', '.'],
  'playground/page': ['playground', 'playground/stand-in'],
  'playground/soak': ['playground', 'playground/stand-in', 'facts', 'config', '.'],
  evaluate: [...REPLIES, ...SEARCH],
  terminal: ['evaluate', ...REPLIES, ...SEARCH, 'config', '.'],
  '.': ['config', ...DISCORD, 'quiz', 'health', ...SEARCH, '../commands'],
};

/** Which packages only some places may use. */
const ONLY_IN: Record<string, string[]> = {
  'fuse.js': ['search'],
  yaml: ['facts'],
  edtf: ['facts'],
  'discord.js': ['discord', 'main.ts', 'deploy.ts'],
  hono: ['playground', 'health'],
  ws: ['playground'],
  '@takumi-rs/wasm/node': ['replies'],
};

const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'),
);
const text = (file: string) => readFileSync(path.join(SOURCE, file), 'utf8');
const folderOf = (file: string) => path.dirname(file);
const importsOf = (file: string) => [...text(file).matchAll(/from '([^']+)'/g)].map(([, name = '']) => name);

describe('imports', () => {
  test.each(files)('%s imports one way', (file) => {
    for (const name of importsOf(file)) {
      if (name.startsWith('.')) {
        const folder = folderOf(path.join(folderOf(file), name));
        if (folder !== folderOf(file))
          expect(MAY_IMPORT[folderOf(file)], `${file} → ${name}`).toContain(folder);
      } else if (name in ONLY_IN) expect(ONLY_IN[name], `${file} → ${name}`).toContain(file.split('/')[0]);
    }
  });

  test('there is no circle', () => {
    const seen = new Set<string>();
    const visit = (file: string, way: string[]) => {
      expect(way, [...way, file].join(' → ')).not.toContain(file);
      if (seen.has(file)) return;
      seen.add(file);
      // A type-only import ties nothing together when the program runs.
      const values = [...text(file).matchAll(/^(?:import|export) (?!type )[^;]*?from '(\.[^']+)'/gm)].map(
        ([, name = '']) => path.join(folderOf(file), name),
      );
      for (const next of values) visit(next, [...way, file]);
    };
    for (const file of files) visit(file, []);
  });
});

test('no source knows a thing of the facts by name', () => {
  const { things } = loadFactBase(FACTS);
  const names = things
    .filter(({ own }) => own)
    .flatMap(({ id, names, places }) => [id, ...names, ...places])
    .filter((name) => name.length > 4);
  for (const file of files) {
    const code = text(file)
      .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
      .toLowerCase();
    for (const name of names)
      expect(code.includes(name.toLowerCase()), `${file} names "${name}"`).toBe(false);
  }
});
