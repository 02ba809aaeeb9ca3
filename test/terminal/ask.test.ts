import { execFileSync, spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOfMuseum, passingFolder, SMALL_MUSEUM } from '../facts/broken.ts';
import { unsureQuestion } from '../unsure.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Runs a compiled program as its user does; colours and the user's own settings off. */
function run(
  program: string,
  args: string[],
  options: { input?: string; env?: Record<string, string> } = {},
) {
  return spawnSync(process.execPath, [path.join(ROOT, 'dist/src/terminal', program), ...args], {
    cwd: passingFolder('cwd-'),
    encoding: 'utf8',
    input: options.input ?? '',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH, ...options.env },
  });
}

const ask = (args: string[], options?: Parameters<typeof run>[2]) => run('ask.js', args, options);

describe('one question', () => {
  test('two words get a sourced answer', () => {
    const { stdout, status } = ask(['baku holdings']);
    expect(status).toBe(0);
    expect(stdout).toContain('Over 5 million');
    expect(stdout).toContain('Sources');
    expect(stdout).toContain('azernews.az');
    expect(stdout).not.toContain('\u001B');
  });

  test('--json gives status, language, answers and time', () => {
    const answer = JSON.parse(ask(['--json', 'when was the baku library founded']).stdout);
    expect(answer).toMatchObject({
      status: 'answer',
      language: 'en',
      answers: [{ id: 'az-founding-opening-1923' }],
    });
    expect(answer.answers[0].text).toContain('23 May 1923');
    expect(answer.ms).toBeGreaterThan(0);
  });

  test('--library says what it is about', () => {
    const answer = JSON.parse(ask(['--json', '--library', 'Almaty', 'when was it founded']).stdout);
    expect(answer.answers[0].id).toBe('kzn-founding-1910');
  });

  test('--explain says why', () => {
    const { stdout } = ask(['--explain', 'wen was the baku libary fonded']);
    expect(stdout).toMatch(/corrected\s.*libary → library/);
    expect(stdout).toMatch(/winner\s+library\/founding/);
    expect(stdout).toMatch(/runner-up\s/);
    expect(stdout).toMatch(/refusal\s+!/);
  });

  test('a greeting gets a short card with examples', () => {
    expect(ask(['hello']).stdout).toMatch(/^Hello! I look up checked facts[\s\S]*Try for example/);
  });

  test('what is not covered is refused kindly, with where to ask', () => {
    expect(ask(['what are your opening hours']).stdout).toMatch(
      /opening hours: those are not among my facts[\s\S]*anl\.az/,
    );
  });

  test.each([
    [['--lang', 'xx', 'hello'], /--lang xx: write one of en, az, kk, ru, tr/],
    [['--library', 'Atlantis', 'hello'], /--library Atlantis: there is no such library/],
    [['--nonsense'], /nonsense/],
  ])('%j is told what to do', (args, says) => {
    const { stderr, status } = ask(args);
    expect(status).toBe(1);
    expect(stderr).toMatch(says);
    expect(stderr).not.toContain('    at ');
  });

  test('a wrong setting is one clear message', () => {
    const { stderr, status } = ask(['hello'], { env: { DEFAULT_LANGUAGE: 'latin' } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/DEFAULT_LANGUAGE/);
    expect(stderr).toMatch(/\.env/);
  });
});

describe('the prompt', () => {
  test('answers line by line, shows a numbered suggestion, and leaves on exit', () => {
    const { stdout, status } = ask([], { input: 'ifla\nexit\nnever reached\n' });
    expect(status).toBe(0);
    expect(stdout).toContain('International Federation of Library Associations');
    expect(stdout).not.toContain('never');
  });

  test('follows on what it answered, and on a suggestion that was chosen', async () => {
    const { stdout } = ask([], {
      input: 'when was the baku library founded\nand in almaty?\nsays who?\n',
    });
    expect(stdout).toMatch(/Baku · Founding[\s\S]*Almaty · Founding[\s\S]*Sources: /);
    const { question, title } = await unsureQuestion();
    const { stdout: chosen } = ask([], {
      input: `${question}\n1\nsays who?\nthanks\nwhen?\n`,
    });
    expect(chosen).toMatch(
      new RegExp(`1 {2}${title}[\\s\\S]*Sources: [\\s\\S]*cannot tell what you ask about`),
    );
  });

  test('leaves when the input ends', () => {
    expect(ask([], { input: '' }).status).toBe(0);
  });
});

describe('--jsonl', () => {
  test('ten thousand lines lose none, whatever they hold', () => {
    const lines = Array.from({ length: 10_000 }, (_, id) =>
      id % 1000 === 0
        ? 'not json'
        : JSON.stringify({
            id,
            question: id % 2 === 0 ? `how many books number ${id}` : '!^=|\u202E\uD800 \u0000',
          }),
    );
    const { stdout, status } = ask(['--jsonl'], { input: `${lines.join('\n')}\n` });
    const records = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(records).toHaveLength(10_000);
    expect(records.filter(({ id }) => id === null)).toHaveLength(10);
    expect(records.find(({ id }) => id === null)).toEqual({ id: null, error: expect.any(String) });
    expect(new Set(records.flatMap(({ id }) => id ?? [])).size).toBe(9_990);
    for (const { id, status } of records)
      if (id !== null) expect(['answer', 'suggest', 'none']).toContain(status);
  });

  test('a last line without its end counts', () => {
    expect(JSON.parse(ask(['--jsonl'], { input: '{"id":"x","question":"ifla"}' }).stdout)).toMatchObject({
      id: 'x',
      status: 'answer',
    });
  });

  test('a missing question is an error line', () => {
    expect(JSON.parse(ask(['--jsonl'], { input: '{"id":1}\n' }).stdout)).toEqual({
      id: null,
      error: expect.any(String),
    });
  });
});

describe('another folder of facts', () => {
  test('the whole program answers from it', () => {
    const env = { FACTS_DIR: SMALL_MUSEUM };
    expect(ask(['how many clocks are there'], { env }).stdout).toContain('Over 900 clocks and watches');
    expect(ask(['pendulum'], { env }).stdout).toContain('12 metres');
    expect(ask(['when was Когвелл born'], { env }).stdout).toContain('1871');
    expect(ask(['director of the louvre'], { env }).stdout).toContain('https://clocks.example');
    expect(ask(['hello'], { env }).stdout).toContain('clocks of Tickford');
  });

  test('changed facts are learned anew', () => {
    const folder = copyOfMuseum();
    const env = { FACTS_DIR: folder };
    expect(ask(['when was it founded'], { env }).stdout).toContain('3 May 1902');
    const file = path.join(folder, 'clock-museum/founding.yaml');
    const text = execFileSync('cat', [file], { encoding: 'utf8' });
    writeFileSync(file, text.replaceAll('3 May 1902', '4 May 1902').replace('1902-05-03', '1902-05-04'));
    expect(ask(['when was it founded'], { env }).stdout).toContain('4 May 1902');
  });

  test('broken facts are told with file and line, not with a trace', () => {
    const folder = copyOfMuseum();
    writeFileSync(path.join(folder, 'clock-museum/founding.yaml'), '- id: X\n');
    const { stderr, status } = ask(['hello'], { env: { FACTS_DIR: folder } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/clock-museum\/founding\.yaml:1:7 error/);
    expect(stderr).not.toContain('    at ');
  });

  test('a folder that is not there is told', () => {
    const folder = copyOfMuseum();
    rmSync(folder, { recursive: true });
    const { stderr, status } = ask(['hello'], { env: { FACTS_DIR: folder } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/FACTS_DIR/);
  });
});

describe('facts:check', () => {
  test('the real facts have no error', () => {
    const { stdout, status } = run('facts-check.js', []);
    expect(stdout).toMatch(/228 facts: 0 errors/);
    expect(status).toBe(0);
  });

  test('an error is told and fails', () => {
    const folder = copyOfMuseum();
    writeFileSync(path.join(folder, 'makers/makers.yaml'), '- id: a\n  colour: red\n');
    const { stdout, status } = run('facts-check.js', [], { env: { FACTS_DIR: folder } });
    expect(status).toBe(1);
    expect(stdout).toMatch(/makers\/makers\.yaml:2:3 error: unknown key "colour"/);
  });
});
