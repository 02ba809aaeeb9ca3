import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readConfig } from '../../src/config/config.ts';
import { environmentSchema } from '../../src/config/environment.ts';
import { passingFolder } from '../facts/broken.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const textOf = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const NAMES = Object.keys(environmentSchema.shape);

describe('shards', () => {
  test.each([
    [{}, 'auto'],
    [{ SHARDS: '2' }, { count: 2, ids: [0, 1] }],
    [{ SHARD_COUNT: '3' }, { count: 3, ids: [0, 1, 2] }],
    [
      { SHARD_COUNT: '8', SHARD_IDS: '0, 2-4,4' },
      { count: 8, ids: [0, 2, 3, 4] },
    ],
  ])('%j', (environment, shards) => {
    expect(readConfig(environment).shards).toEqual(shards);
  });

  test.each([
    [{ SHARDS: 'many' }, /SHARDS: is neither auto nor a number/],
    [{ SHARD_IDS: '0' }, /SHARD_IDS: needs SHARD_COUNT/],
    [{ SHARDS: '2', SHARD_COUNT: '2' }, /SHARDS: is set beside SHARD_COUNT/],
    [
      { SHARD_COUNT: '2', SHARD_IDS: '1-2' },
      /SHARD_IDS: goes beyond SHARD_COUNT: with 2 shards they are 0 to 1/,
    ],
    [{ SHARD_COUNT: '9', SHARD_IDS: '5-3' }, /SHARD_IDS: holds a range that is none/],
    [{ SHARD_COUNT: '9', SHARD_IDS: '0-99999999' }, /SHARD_IDS: holds a range that is none/],
    [{ SHARD_COUNT: '9', SHARD_IDS: 'first' }, /SHARD_IDS: is not a list of shards: write numbers/],
  ])('%j is refused with the remedy', (environment, said) => {
    expect(() => readConfig(environment)).toThrow(said);
  });
});

describe('the token', () => {
  const fileWith = (content: string) => {
    const file = path.join(passingFolder('token-'), 'token');
    writeFileSync(file, content);
    return file;
  };

  test('from a file, without the space around it', () => {
    expect(readConfig({ DISCORD_TOKEN_FILE: fileWith(' abc.def\n') }).token).toBe('abc.def');
  });

  test.each([
    [
      'a file that is not there',
      () => ({ DISCORD_TOKEN_FILE: '/nowhere/token' }),
      /\/nowhere\/token cannot be read: put the token alone/,
    ],
    [
      'a file with more than a token',
      () => ({ DISCORD_TOKEN_FILE: fileWith('TOKEN = secret') }),
      /does not hold a token: put the token alone/,
    ],
    ['an empty file', () => ({ DISCORD_TOKEN_FILE: fileWith('\n') }), /does not hold a token/],
    [
      'a file beside the token',
      () => ({ DISCORD_TOKEN_FILE: fileWith('abc'), DISCORD_TOKEN: 'secret' }),
      /keep one of them/,
    ],
    ['one that is none', () => ({ DISCORD_TOKEN: 'sec ret' }), /DISCORD_TOKEN: is not a token/],
  ])('%s', (_, environment, said) => {
    expect(() => readConfig(environment())).toThrow(said);
    // Secrets are not repeated.
    expect(() => readConfig(environment())).not.toThrow(/sec ?ret/);
  });
});

describe('what is delivered', () => {
  test('.env.example names every setting, and no other', () => {
    const named = [...textOf('.env.example').matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(NAMES.toSorted());
  });

  test('the workers of compose.yaml share all shards, by settings that there are', () => {
    const { services } = parse(textOf('compose.yaml'), { merge: true });
    const workers = Object.values<{ environment: Record<string, string> }>(services);
    const read = workers.map(({ environment }) => {
      for (const name of Object.keys(environment)) expect(NAMES).toContain(name);
      return readConfig({ ...environment, DISCORD_TOKEN_FILE: undefined }).shards;
    });
    expect(read).toEqual([
      { count: 2, ids: [0] },
      { count: 2, ids: [1] },
    ]);
  });

  test('the container starts what npm start does, as process 1, and not as root', () => {
    const dockerfile = textOf('Dockerfile');
    const { scripts } = parse(textOf('package.json'));
    expect(JSON.parse(/^CMD (.+)$/m.exec(dockerfile)?.[1] ?? '').join(' ')).toBe(scripts.start);
    expect(dockerfile).toMatch(/^USER node$/m);
    for (const [, name = ''] of dockerfile.matchAll(/^ENV (.+)$/gm))
      for (const setting of name.split(' ')) expect(['NODE_ENV', ...NAMES]).toContain(setting.split('=')[0]);
  });
});
