import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../commands/index.ts';
import { LANGUAGES } from '../../src/facts/languages.ts';
import type { Language } from '../../src/facts/model.ts';
import { Seal } from '../../src/quiz/seal.ts';
import { comparisonReply } from '../../src/replies/browse/comparison.ts';
import { timelineReply } from '../../src/replies/browse/timeline.ts';
import { fitEmbeds, LIMITS } from '../../src/replies/message/fit.ts';
import type { Reply } from '../../src/replies/message/reply.ts';
import { contrast, LEAST_CONTRAST } from '../../src/replies/pictures/contrast.ts';
import { Drawer } from '../../src/replies/pictures/draw.ts';
import { Painter } from '../../src/replies/pictures/painter.ts';
import {
  accentOf,
  COLOURS,
  text as lettering,
  SIZES,
  sheet,
  WIDTH,
} from '../../src/replies/pictures/parts.ts';
import { type Drawing, type Picture, pictureOf, textsIn } from '../../src/replies/pictures/picture.ts';
import type { Knowledge } from '../../src/search/judging/knowledge.ts';
import { institutions } from '../../src/search/timeline.ts';
import { realKnowledge } from '../knowledge.ts';

/** No picture takes more, in bytes. */
const HEAVIEST = 100_000;

let knowledge: Knowledge;
const drawer = new Drawer();
beforeAll(() => {
  knowledge = realKnowledge();
});

const viewIn = (language: Language) => ({ language, showable: true, feedback: false });
const libraries = () => institutions(knowledge.base);

function profile(name: string, language: Language, more: object = {}): Reply {
  const asking = {
    knowledge,
    view: viewIn(language),
    titlesIn: () => {
      throw new Error('Nothing is completed here.');
    },
    running: { version: '1.0.0', latency: undefined },
    commandsIn: () => [],
    seal: new Seal('secret'),
    direct: false,
  };
  const reply = commands.find((command) => command.name === 'library')?.reply({ name, ...more }, asking);
  if (reply === undefined) throw new Error('There is no such command.');
  return reply;
}

/** Every reply with a picture, in a language, by what was asked. */
function* illustrated(language: Language): Generator<[what: string, reply: Reply]> {
  const view = viewIn(language);
  for (const topic of Object.keys(knowledge.base.topics))
    yield [`compare ${topic}`, comparisonReply(topic, knowledge, view, { textOnly: false })];
  for (const { id } of libraries()) yield [`library ${id}`, profile(id, language)];
  for (const thing of [undefined, ...libraries().map(({ id }) => id)])
    for (let page = 0; page < 14; page++)
      yield [`timeline ${thing} ${page}`, timelineReply({ thing, page, textOnly: false }, knowledge, view)];
}

/** What is drawn as it is said: without what keeps it on a line. */
const asSaid = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');

/** All that a reply says. */
const saidIn = ({ embeds }: Reply) =>
  embeds
    .flatMap(({ author, title, description, fields, footer }) => [
      author,
      title,
      description,
      ...fields.flatMap(({ name, value }) => [name, value]),
      footer,
    ])
    .join('\n');

type Measured = Awaited<ReturnType<Drawer['measure']>>;

/** Words that are broken at the end of a line. */
function broken(measured: Measured, drawing: Drawing): string[] {
  if (drawing.type === 'text')
    return measured.runs.flatMap(({ text, y }, index) => {
      const next = measured.runs[index + 1];
      return next === undefined || next.y <= y || /[\s–—-]$/.test(text) ? [] : [`${text}|${next.text}`];
    });
  return drawing.children.flatMap((part, index) => {
    const there = measured.children[index];
    return there === undefined ? [] : broken(there, part);
  });
}

/** Texts that do not stand inside what they are part of, with the place of each box given from the corner of the picture. */
function outside(measured: Measured, drawing: Drawing, inside = measured): string[] {
  const { width, height, transform, children } = measured;
  const [x = 0, y = 0] = transform.slice(4);
  const [left = 0, top = 0] = inside.transform.slice(4);
  if (drawing.type === 'text') {
    const beyond =
      // A space at the end of a line may widen it.
      x + width > left + inside.width + 12 ||
      y + height > top + inside.height + 1 ||
      measured.runs.some(
        (run) =>
          // A space at the end of a line may stand beyond it, and letters reach a little beyond their line.
          run.x + run.width > width + (run.text.endsWith(' ') ? run.height / 3 : 1) ||
          run.y + run.height > height + run.height / 8,
      );
    return beyond ? [drawing.text] : [];
  }
  return children.flatMap((child, index) => {
    const part = drawing.children[index];
    return part === undefined ? ['a part is missing'] : outside(child, part, measured);
  });
}

describe.each(LANGUAGES)('pictures in %s', (language) => {
  test('say nothing that the reply does not, and are described', () => {
    for (const [what, reply] of illustrated(language)) {
      const { picture } = reply;
      if (picture === undefined) continue;
      const said = asSaid(saidIn(reply));
      const texts = textsIn(picture.drawing);
      expect(texts.length, what).toBeGreaterThan(2);
      for (const text of texts.map(asSaid)) expect(said, `${what}: ${text}`).toContain(text);
      expect(picture.description, what).not.toBe('');
      expect(picture.description.length, what).toBeLessThanOrEqual(LIMITS.alternativeText);
      expect(picture.description, what).not.toMatch(/\{\{|undefined|picture\./);
      expect(fitEmbeds(reply.embeds, language), what).toEqual(reply.embeds);
    }
  });

  test('are there where there is something to see', () => {
    const seen = [...illustrated(language)]
      .filter(([, { picture }]) => picture !== undefined)
      .map(([what]) => what);
    expect(seen.filter((what) => what.startsWith('compare'))).toEqual([
      'compare founding',
      'compare holdings',
      'compare building',
    ]);
    expect(seen.filter((what) => what.startsWith('library'))).toHaveLength(libraries().length);
    expect(seen.filter((what) => what.startsWith('timeline'))).toHaveLength(4 * 14);
  });

  test('are PNG files, not too heavy, with every text inside', async () => {
    for (const [what, { picture }] of illustrated(language)) {
      if (picture === undefined) continue;
      const png = Buffer.from(await drawer.draw(picture));
      expect(png.subarray(1, 4).toString('latin1'), what).toBe('PNG');
      expect(png.readUInt32BE(16), what).toBe(WIDTH);
      expect(png.length, what).toBeLessThan(HEAVIEST);
      const measured = await drawer.measure(picture);
      expect(outside(measured, picture.drawing), what).toEqual([]);
      expect(broken(measured, picture.drawing), what).toEqual([]);
    }
  });

  test('are left out where only text is wanted, on every page', () => {
    const view = viewIn(language);
    expect(comparisonReply('holdings', knowledge, view, { textOnly: true }).picture).toBeUndefined();
    expect(profile('Baku', language, { 'text-only': true }).picture).toBeUndefined();
    const timeline = timelineReply({ page: 1, textOnly: true }, knowledge, view);
    expect(timeline.picture).toBeUndefined();
    const turning = timeline.rows.flat().flatMap((part) => ('action' in part ? [part.action] : []));
    const pages = turning.filter((action) => action.do === 'timeline');
    expect(pages).toHaveLength(2);
    for (const action of pages) expect(action).toMatchObject({ only: 'text' });
  });
});

describe('letters', () => {
  const drawn = async (text: string) =>
    Buffer.from(
      await drawer.draw(pictureOf('test', 'en', text, sheet(0, [lettering(text, SIZES.title)]))),
    ).toString('base64');

  test('are all in the font', async () => {
    const letters = new Set<string>();
    for (const language of LANGUAGES)
      for (const [, { picture }] of illustrated(language))
        if (picture !== undefined)
          for (const letter of textsIn(picture.drawing).join('')) letters.add(letter);
    for (const letter of 'AzəĞğİıŞşÇçÖöÜüÂâҒғҚқҢңҰұҺһӘәІіЁёЙй№“”«»') letters.add(letter);
    expect(letters.size).toBeGreaterThan(150);
    // What the font does not have is drawn as the same empty box.
    const box = await drawn('\ue000');
    expect(await drawn('\ue001')).toBe(box);
    const absent = [];
    for (const letter of letters)
      if (!/[\s\u2060]/.test(letter) && (await drawn(letter)) === box) absent.push(letter);
    expect(absent).toEqual([]);
    // What keeps a number and its ending together is not to be seen.
    expect(await drawn('2024-\u2060cü')).toBe(await drawn('2024-cü'));
  });
});

test('figures are told with how exact they are and as of when', () => {
  const { picture } = comparisonReply('holdings', knowledge, viewIn('en'), { textOnly: false });
  expect(picture?.description).toMatch(
    /^Bar chart: Holdings\. Azerbaijan National Library, Baku: Over 5 million [^.]*\(as of 2024\); 4,690,311 [\s\S]*Astana: Approximately 7 million [^.]*\(as of 2024\)/,
  );
});

describe('colours', () => {
  test('of texts can be read', () => {
    for (const ground of [COLOURS.ground, COLOURS.raised])
      for (const colour of [COLOURS.text, COLOURS.quiet])
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });

  test('of any thing can be read and seen', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(hex, (colour) => {
        expect(contrast(accentOf({ colour }), COLOURS.ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      }),
    );
    for (const { colour } of libraries())
      expect(accentOf(colour === undefined ? {} : { colour })).toBe(colour);
  });
});

describe('the painter', () => {
  const drawing = (text: string): Picture =>
    pictureOf('test', 'en', text, {
      type: 'container',
      style: {},
      children: [{ type: 'text', style: {}, text }],
    });
  const written = (code: string) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'painter-')), 'worker.mjs');
    writeFileSync(file, code);
    return file;
  };
  const COUNTS = `import { parentPort } from 'node:worker_threads';
    let count = 0;
    parentPort.on('message', ({ name }) => parentPort.postMessage({ name, png: new Uint8Array([++count]) }));`;

  test('draws a picture once, however many want it', async () => {
    const painter = new Painter(written(COUNTS));
    const one = drawing('one');
    const [first, second] = await Promise.all([painter.paint(one), painter.paint(one)]);
    expect(first).toBe(second);
    expect(await painter.paint(one)).toBe(first);
    expect(painter.known(one.name)).toBe(first);
    expect([...(await painter.paint(drawing('two'))).png]).toEqual([2]);
  });

  test('makes no end of pictures wait', async () => {
    const painter = new Painter(written(COUNTS));
    const many = Array.from({ length: 30 }, (_, number) => painter.paint(drawing(`${number}`)));
    const came = await Promise.allSettled(many);
    expect(came.filter(({ status }) => status === 'rejected')).toHaveLength(10);
  });

  test('fails where drawing does, and draws the next', async () => {
    const painter = new Painter(
      written(`import { parentPort } from 'node:worker_threads';
        parentPort.on('message', ({ name, description }) => {
          if (description === 'end') process.exit(1);
          if (description === 'throw') throw new Error('no paint');
          parentPort.postMessage(description === 'bad' ? { name, problem: 'no brush' } : { name, png: new Uint8Array() });
        });`),
    );
    await expect(painter.paint(drawing('bad'))).rejects.toThrow('no brush');
    await expect(painter.paint(drawing('throw'))).rejects.toThrow('no paint');
    await expect(painter.paint(drawing('end'))).rejects.toThrow('has ended');
    expect((await painter.paint(drawing('good'))).description).toBe('good');
  });

  test('keeps no program from ending', () => {
    const compiled = path.resolve(import.meta.dirname, '../../dist/src/replies/pictures/painter.js');
    const program = written(`
      import { Painter } from ${JSON.stringify(pathToFileURL(compiled).href)};
      // Something has to keep it alive until the picture is there.
      const alive = setInterval(() => {}, 1000);
      const { png } = await new Painter().paint(${JSON.stringify(drawing('here'))});
      clearInterval(alive);
      console.log(png.length > 100);`);
    const { status, stdout } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 });
    expect([status, stdout.trim()]).toEqual([0, 'true']);
  });
});
