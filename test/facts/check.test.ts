import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFacts } from '../../src/facts/check.ts';
import { writeProblem } from '../../src/facts/problem.ts';
import { readFactsFolder } from '../../src/facts/read.ts';
import { copyOfMuseum, problemsWith, SMALL_MUSEUM } from './broken.ts';

const HOLDINGS = 'clock-museum/holdings.yaml';
const SUBJECT = 'clock-museum/subject.yaml';

/** Each way to break a file: what is changed, and where and how the check must answer. */
const BREAKS: {
  name: string;
  file: string;
  from: string;
  to: string;
  line: number;
  says: RegExp;
  remedy: RegExp;
}[] = [
  {
    name: 'unknown key',
    file: HOLDINGS,
    from: 'caveat:',
    to: 'caveats:',
    line: 8,
    says: /unknown key "caveats"/,
    remedy: /Did you mean "caveat"/,
  },
  {
    name: 'missing text',
    file: HOLDINGS,
    from: '  value: { en: "Over 900 clocks and watches" }\n',
    to: '',
    line: 1,
    says: /"value" is missing/,
    remedy: /Add a line/,
  },
  {
    name: 'empty text',
    file: HOLDINGS,
    from: '"Over 900 clocks and watches"',
    to: '"  "',
    line: 4,
    says: /"value.en" is empty/,
    remedy: /Write the text/,
  },
  {
    name: 'space at the end',
    file: HOLDINGS,
    from: 'clocks and watches" }\n  quantity',
    to: 'clocks and watches " }\n  quantity',
    line: 4,
    says: /space at its beginning or end/,
    remedy: /./,
  },
  {
    name: 'over-long title',
    file: HOLDINGS,
    from: 'Number of clocks in the Clock Museum',
    to: 'x'.repeat(91),
    line: 2,
    says: /"title.en" is too long: at most 90/,
    remedy: /Shorten/,
  },
  {
    name: 'a text that would break a limit of Discord',
    file: HOLDINGS,
    from: 'A guide of 1990 counts 850.',
    to: 'x'.repeat(501),
    line: 8,
    says: /too long: at most 500 characters fit where Discord/,
    remedy: /Shorten/,
  },
  {
    name: 'a word of two alphabets',
    file: HOLDINGS,
    from: 'counts over 900 clocks',
    to: 'counts over 900 clоcks',
    line: 3,
    says: /the word "clоcks" mixes Latin and Cyrillic/,
    remedy: /Type the word again/,
  },
  {
    name: 'an event without a date',
    file: HOLDINGS,
    from: '  confidence: secondary\n',
    to: '  event: true\n  confidence: secondary\n',
    line: 6,
    says: /an event has no date/,
    remedy: /Add "date"/,
  },
  {
    name: 'repeated id',
    file: HOLDINGS,
    from: 'id: museum-holdings',
    to: 'id: museum-founding',
    line: 1,
    says: /the id "museum-founding" is used twice, first in clock-museum\/founding.yaml/,
    remedy: /another id/,
  },
  {
    name: 'id with capitals',
    file: HOLDINGS,
    from: 'id: museum-holdings',
    to: 'id: Museum_Holdings',
    line: 1,
    says: /is not an id/,
    remedy: /small letters/i,
  },
  {
    name: 'repeated title',
    file: HOLDINGS,
    from: 'Number of clocks in the Clock Museum',
    to: 'Founding of the Clock Museum',
    line: 2,
    says: /the title is the same as that of "museum-founding"/,
    remedy: /tells the two apart/,
  },
  {
    name: 'dangling source',
    file: HOLDINGS,
    from: '[town-chronicle]',
    to: '[town-cronicle]',
    line: 7,
    says: /no source "town-cronicle"/,
    remedy: /Correct the key/,
  },
  {
    name: 'no source',
    file: HOLDINGS,
    from: '[town-chronicle]',
    to: '[]',
    line: 7,
    says: /"sources" is empty/,
    remedy: /Fill it/,
  },
  {
    name: 'dangling related fact',
    file: HOLDINGS,
    from: '  asked:',
    to: '  see: [nowhere]\n  asked:',
    line: 9,
    says: /no fact "nowhere" to see/,
    remedy: /Correct the id/,
  },
  {
    name: 'dangling thing',
    file: 'clock-museum/exhibits.yaml',
    from: 'about: great-pendulum',
    to: 'about: small-pendulum',
    line: 2,
    says: /no thing "small-pendulum"/,
    remedy: /Declare it under "things"/,
  },
  {
    name: 'dangling mention',
    file: 'clock-museum/exhibits.yaml',
    from: '[ada-cogwell]',
    to: '[bob-cogwell]',
    line: 4,
    says: /no thing "bob-cogwell" to mention/,
    remedy: /Declare it/,
  },
  {
    name: 'about nothing',
    file: 'makers/makers.yaml',
    from: '  about: ada-cogwell\n',
    to: '',
    line: 1,
    says: /does not say what it is about/,
    remedy: /add "about"/,
  },
  {
    name: 'bad date',
    file: 'clock-museum/founding.yaml',
    from: '"1902-05-03"',
    to: '"3 May 1902"',
    line: 5,
    says: /"date" is not a date in EDTF/,
    remedy: /1995\/1997/,
  },
  {
    name: 'impossible date',
    file: 'clock-museum/founding.yaml',
    from: '"1902-05-03"',
    to: '"1902-13-03"',
    line: 5,
    says: /is not a date in EDTF/,
    remedy: /Write 1939/,
  },
  {
    name: 'bad address',
    file: 'sources.yaml',
    from: 'https://archive.example/chronicle',
    to: 'archive.example',
    line: 4,
    says: /is not a web address/,
    remedy: /http/,
  },
  {
    name: 'address that runs a script',
    file: SUBJECT,
    from: 'https://clocks.example',
    to: 'javascript:alert(1)',
    line: 5,
    says: /is not a web address/,
    remedy: /http/,
  },
  {
    name: 'unknown confidence',
    file: HOLDINGS,
    from: 'confidence: secondary',
    to: 'confidence: certain',
    line: 6,
    says: /"confidence" is not one of the values/,
    remedy: /seed, corroborated/,
  },
  {
    name: 'a number that is a text',
    file: HOLDINGS,
    from: 'amount: 900',
    to: 'amount: many',
    line: 5,
    says: /"quantity.amount" should be number/,
    remedy: /./,
  },
  {
    name: 'unknown language',
    file: HOLDINGS,
    from: 'value: { en: "Over 900 clocks and watches" }',
    to: 'value: { en: "Over 900", de: "Mehr als 900" }',
    line: 4,
    says: /unknown key "de"/,
    remedy: /Take the line out/,
  },
  {
    name: 'a text under the wrong language',
    file: HOLDINGS,
    from: 'watches." }\n  value',
    to: 'watches.", ru: "Over nine hundred clocks" }\n  value',
    line: 3,
    says: /under "ru" is in Latin letters/,
    remedy: /wrong language/,
  },
  {
    name: 'a phrase of two aspects',
    file: HOLDINGS,
    from: 'how many clocks',
    to: 'how old is the museum',
    line: 12,
    says: /also belongs to museum\/founding/,
    remedy: /fits best/,
  },
  {
    name: 'a phrase twice',
    file: HOLDINGS,
    from: 'number of watches',
    to: 'How many clocks?',
    line: 13,
    says: /stands here twice/,
    remedy: /Take one out/,
  },
  {
    name: 'a word of the vocabulary with two meanings',
    file: 'vocabulary/en.yaml',
    from: 'not-covered-words: [parking',
    to: 'not-covered-words: [both',
    line: 21,
    says: /the word "both" already stands under comparison/,
    remedy: /one thing/,
  },
  {
    name: 'a missing list of the vocabulary',
    file: 'vocabulary/en.yaml',
    from: 'thanks: [thanks, thank you]\n',
    to: '',
    line: 1,
    says: /"thanks" is missing/,
    remedy: /Add a line/,
  },
  {
    name: 'a thing declared twice',
    file: 'makers/subject.yaml',
    from: 'ada-cogwell:',
    to: 'great-pendulum:',
    line: 4,
    says: /"great-pendulum" is declared twice/,
    remedy: /another name/,
  },
  {
    name: 'not YAML',
    file: HOLDINGS,
    from: '{ en: "Over 900 clocks and watches" }',
    to: '{ en: "Over 900',
    line: 4,
    says: /not readable as YAML/,
    remedy: /quotes/,
  },
  {
    name: 'a key twice',
    file: HOLDINGS,
    from: '  confidence: secondary\n',
    to: '  confidence: secondary\n  confidence: seed\n',
    line: 7,
    says: /not readable as YAML: .*unique/i,
    remedy: /lines above/,
  },
  {
    name: 'tabs',
    file: HOLDINGS,
    from: '  confidence',
    to: '\tconfidence',
    line: 6,
    says: /not readable as YAML/,
    remedy: /two spaces/,
  },
  {
    name: 'a list where one fact should be',
    file: HOLDINGS,
    from: '- id: museum-holdings',
    to: '- - id: museum-holdings',
    line: 2,
    says: /.*/,
    remedy: /./,
  },
];

describe('a broken file', () => {
  test.each(BREAKS)('$name is told with line and remedy', ({ file, from, to, line, says, remedy }) => {
    const problems = problemsWith(file, from, to);
    const told = problems.map((problem) => writeProblem(problem, 'facts')).join('\n');
    const match = problems.find((problem) => says.test(problem.message));
    expect(match, told).toMatchObject({ file, line });
    expect(match?.remedy).toMatch(remedy);
  });

  test('everything wrong is told at once, in order', () => {
    const folder = copyOfMuseum();
    writeFileSync(path.join(folder, HOLDINGS), '- id: A\n  colour: red\n');
    writeFileSync(path.join(folder, 'makers/makers.yaml'), '- id: ok\n  date: never\n');
    const files = checkFacts(readFactsFolder(folder))
      .filter(({ severity }) => severity === 'error')
      .map(({ file }) => file);
    expect(new Set(files)).toEqual(new Set([HOLDINGS, 'makers/makers.yaml']));
    expect(files.length).toBeGreaterThan(6);
    expect(files).toEqual(files.toSorted());
  });

  test('questions beside a fact that is gone are told, but not where its file is merely broken', () => {
    const folder = copyOfMuseum();
    mkdirSync(path.join(folder, 'clock-museum/asked'));
    writeFileSync(
      path.join(folder, 'clock-museum/asked/holdings.en.yaml'),
      'museum-holdings:\n  - clocks in stock\nmuseum-gone:\n  - gone with the wind\n',
    );
    const errors = () => checkFacts(readFactsFolder(folder)).filter(({ severity }) => severity === 'error');
    expect(errors()).toMatchObject([
      {
        file: 'clock-museum/asked/holdings.en.yaml',
        line: 4,
        message: expect.stringContaining('no fact "museum-gone"'),
      },
    ]);
    writeFileSync(path.join(folder, HOLDINGS), '- id: museum-holdings\n');
    expect(new Set(errors().map(({ file }) => file))).toEqual(new Set([HOLDINGS]));
  });

  test('a file that is no topic, a folder without a subject and a stray file are told', () => {
    const folder = copyOfMuseum();
    mkdirSync(path.join(folder, 'cellar'));
    writeFileSync(path.join(folder, 'cellar/wine.yaml'), '- id: wine\n');
    writeFileSync(path.join(folder, 'notes.yaml'), 'a: b\n');
    const messages = checkFacts(readFactsFolder(folder))
      .map(({ message }) => message)
      .join('\n');
    expect(messages).toContain('"notes.yaml" is not a file the facts know');
    writeFileSync(
      path.join(folder, 'cellar/wine.yaml'),
      `- id: wine
  title: { en: Wine }
  statement: { en: There is wine. }
  value: { en: wine }
  confidence: seed
  sources: [town-chronicle]
`,
    );
    const again = checkFacts(readFactsFolder(folder))
      .map(({ message }) => message)
      .join('\n');
    expect(again).toContain('"wine" is not a topic');
    expect(again).toContain('the folder "cellar" has no subject.yaml');
  });

  test('a billion laughs are refused, not expanded', () => {
    const folder = copyOfMuseum();
    const rows = Array.from(
      { length: 12 },
      (_, row) => `a${row + 1}: &a${row + 1} [${Array(10).fill(`*a${row}`).join(', ')}]`,
    );
    writeFileSync(path.join(folder, 'sources.yaml'), `a0: &a0 [lol, lol]\n${rows.join('\n')}\n`);
    const problem = checkFacts(readFactsFolder(folder)).find(({ file }) => file === 'sources.yaml');
    expect(problem).toMatchObject({
      file: 'sources.yaml',
      message: expect.stringContaining('refers to itself'),
    });
  });
});

describe('facts in order', () => {
  test('the small museum has no error', () => {
    expect(checkFacts(readFactsFolder(SMALL_MUSEUM)).filter(({ severity }) => severity === 'error')).toEqual(
      [],
    );
  });

  test('a text that lacks a language of the collection is told', () => {
    const folder = copyOfMuseum();
    copyFileSync(path.join(folder, 'vocabulary/en.yaml'), path.join(folder, 'vocabulary/tr.yaml'));
    const problems = checkFacts(readFactsFolder(folder)).map((problem) => writeProblem(problem, 'facts'));
    expect(problems.join('\n')).toMatch(/holdings\.yaml:2:10 error: "title" is not told in "tr"/);
  });
});
