import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type Acting,
  type OptionValues,
  useCommand,
  useComponent,
} from '../../src/playground/stand-in/people.ts';
import type { Fault } from '../../src/playground/stand-in/scene.ts';
import type { Message } from '../../src/playground/stand-in/world.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { componentsOf, entriesOf, idOf, isPrivate, messageOf, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
let server: Acting;
let direct: Acting;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
  server = { user: discord.reader, channel: discord.general };
  direct = { user: discord.reader, channel: discord.direct };
});
afterAll(async () => {
  expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

const use = async (acting: Acting, name: string, options: OptionValues) =>
  messageOf(await useCommand(acting, name, options, discord.standIn));
const press = (message: Message, said: RegExp, acting = server) =>
  useComponent(acting, message, idOf(message, said), undefined, discord.standIn);

/** The requests by which a message was put and changed since a moment. */
const sentSince = (begun: number) =>
  discord.standIn.exchanges.all
    .slice(begun)
    .map(({ method, path }) => `${method} ${path.replace(/\d{10,}|[\w-]{30,}/g, '…')}`);
/** They are recorded when they have been answered, a little after what they do is seen. */
const expectSent = (begun: number, requests: RegExp[]) =>
  expect.poll(() => sentSince(begun)).toEqual(requests.map((one) => expect.stringMatching(one)));
const begin = () => discord.standIn.exchanges.all.length;

/** The picture that a reader sees in a message, with what it says in words; undefined if there is none. */
function pictureOf({ embeds, attachments }: Message) {
  const url = embeds[0]?.image?.url;
  if (url === undefined) return attachments.length === 0 ? undefined : 'a file that no embed shows';
  const [file, ...more] = attachments;
  const kept = discord.standIn.files.get(new URL(url).pathname);
  if (file === undefined || file.url !== url || more.length > 0 || kept === undefined)
    return 'a broken image';
  return {
    png: Buffer.from(kept.bytes).subarray(1, 4).toString() === 'PNG',
    size: kept.bytes.length,
    description: file.description ?? '',
  };
}

/** Waits until a message has its picture. */
async function picturedIn(message: Message) {
  await expect.poll(() => pictureOf(message), { timeout: 10_000 }).toMatchObject({ png: true });
  const picture = pictureOf(message);
  if (typeof picture !== 'object') throw new Error(String(picture));
  return picture;
}

/** Long enough for a picture that must not come. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 600));

const USES: [name: string, options: OptionValues, shows: RegExp][] = [
  ['compare', { topic: 'holdings' }, /Over 5 million[\s\S]*as of 2024/],
  ['compare', { topic: 'founding' }, /23 May 1923[\s\S]*Earlier, by 81 years/],
  ['library', { name: 'Baku' }, /Azerbaijan National Library, Baku\. [\s\S]*Karim Tahirov/],
  ['timeline', {}, /1910, Almaty: Tolstoy/],
];

describe('the first time the reply comes first, then its picture; the next time both at once', () => {
  test.each(USES)('/%s %j', async (name, options, shows) => {
    let begun = begin();
    const first = await use(server, name, options);
    const said = textOf(first);
    const { description, size } = await picturedIn(first);
    expect(description).toMatch(shows);
    expect(size).toBeLessThan(100_000);
    expect(textOf(first)).toBe(said);
    await expectSent(begun, [/^POST .*\/callback$/, /^PATCH .*\/messages\/@original$/]);
    begun = begin();
    const again = await use(direct, name, options);
    expect(pictureOf(again)).toMatchObject({ png: true, size, description });
    expect(textOf(again)).toBe(said);
    await expectSent(begun, [/^POST .*\/callback$/]);
  });

  test('in a direct message and privately too, in the language of the reply', async () => {
    const alone = await use(direct, 'compare', { topic: 'holdings', language: 'kk' });
    expect((await picturedIn(alone)).description).toMatch(/^Көлденең бағанды диаграмма: Қор көлемі/);
    const aside = await use(server, 'library', { name: 'Astana', private: true, language: 'ru' });
    expect(isPrivate(aside)).toBe(true);
    expect((await picturedIn(aside)).description).toMatch(/Национальная академическая библиотека/);
  });
});

describe('no picture', () => {
  test.each(USES)('where only text is wanted: /%s %j', async (name, options) => {
    const reply = await use(server, name, { ...options, 'text-only': true });
    await quiet();
    expect(pictureOf(reply)).toBeUndefined();
    expect(textOf(reply)).toBe(textOf(await use(server, name, options)));
  });

  test('where there is nothing to compare, or only what went wrong is said', async () => {
    for (const [name, options] of [
      ['compare', { topic: 'people' }],
      ['compare', { topic: 'zzzz' }],
      ['library', { name: 'Atlantis' }],
      ['timeline', { from: 1200, to: 1300 }],
    ] as const) {
      const reply = await use(server, name, options);
      await quiet();
      expect(pictureOf(reply)).toBeUndefined();
    }
  });

  test.each(['embeds', 'files'] as const)('where no %s are allowed', async (denied) => {
    discord.general.denied.add(denied);
    onTestFinished(() => void discord.general.denied.delete(denied));
    const begun = begin();
    const reply = await use(server, 'library', { name: 'Almaty', language: 'tr' });
    await quiet();
    expect(pictureOf(reply)).toBeUndefined();
    expect(sentSince(begun)).toHaveLength(1);
  });
});

describe('a message that becomes another', () => {
  const firstDate = (message: Message) =>
    /\*\*(.+?)\*\*/.exec(message.embeds[0]?.description ?? '')?.[1] ?? 'none';

  test('has the picture of its page, never that of another', async () => {
    const timeline = await use(server, 'timeline', { language: 'az' });
    expect((await picturedIn(timeline)).description).toContain(firstDate(timeline));
    const before = pictureOf(timeline);
    await press(timeline, /Növbəti|Sonrakı/);
    await expect.poll(() => pictureOf(timeline)).not.toEqual(before);
    expect((await picturedIn(timeline)).description).toContain(firstDate(timeline));
    // Turned in a hurry: pictures of pages passed over do not come after.
    for (let turn = 0; turn < 4; turn++) await press(timeline, /Növbəti|Sonrakı/);
    await quiet();
    const { description } = await picturedIn(timeline);
    expect(description).toContain(firstDate(timeline));
    expect(timeline.embeds[0]?.footer?.text).toMatch(/6/);
  });

  test('has it even if that of the page before is late; the page turns at once', async () => {
    const late: Fault = async ({ method, path }) => {
      if (method !== 'PATCH' || !path.includes('/messages/')) return undefined;
      discord.standIn.faults.splice(discord.standIn.faults.indexOf(late), 1);
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return undefined;
    };
    discord.standIn.faults.push(late);
    const timeline = await use(server, 'timeline', { language: 'ru' });
    // Its picture is on its way now.
    await expect.poll(() => discord.standIn.faults.includes(late), { timeout: 10_000 }).toBe(false);
    const pressed = performance.now();
    await press(timeline, /Вперёд|Далее|Следующ/);
    expect(performance.now() - pressed).toBeLessThan(1_000);
    expect(timeline.embeds[0]?.footer?.text).toMatch(/2/);
    const date = firstDate(timeline);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect(firstDate(timeline)).toBe(date);
    expect((await picturedIn(timeline)).description).toContain(date);
  });

  test('stays without, where only text is wanted', async () => {
    const timeline = await use(server, 'timeline', { 'text-only': true });
    await press(timeline, /Next/);
    await quiet();
    expect(textOf(timeline)).toMatch(/Page 2 of/);
    expect(pictureOf(timeline)).toBeUndefined();
    await press(timeline, /Previous/);
    await quiet();
    expect(pictureOf(timeline)).toBeUndefined();
  });

  test('loses it where it becomes something without', async () => {
    const library = await use(server, 'library', { name: 'Baku' });
    await picturedIn(library);
    const menu = idOf(library, /topic/i);
    const [entry] = entriesOf(library, menu);
    await useComponent(server, library, menu, [entry?.value ?? ''], discord.standIn);
    expect(pictureOf(library)).toBeUndefined();
  });
});

describe('"Show to everyone"', () => {
  const shown = async (message: Message) => {
    const before = discord.general.messages.length;
    await press(message, /Show to everyone/);
    await expect.poll(() => discord.general.messages.length).toBe(before + 1);
    const posted = discord.general.messages.at(-1);
    if (posted === undefined) throw new Error('Nothing was shown.');
    return posted;
  };

  test('posts the picture too', async () => {
    const aside = await use(server, 'library', { name: 'Baku', private: true });
    const picture = await picturedIn(aside);
    expect(pictureOf(await shown(aside))).toEqual(picture);
    expect(pictureOf(aside)).toEqual(picture);
  });

  test('after a restart too; where it is no longer to be had, none and no broken one', async () => {
    const [one, other] = [
      await use(server, 'library', { name: 'Baku', private: true }),
      await use(server, 'library', { name: 'Astana', private: true }),
    ];
    const picture = await picturedIn(one);
    await picturedIn(other);
    await bot.stop();
    bot = await startBot(discord);
    expect(pictureOf(await shown(one))).toEqual(picture);
    discord.standIn.files.clear();
    const posted = await shown(other);
    expect(pictureOf(posted)).toBeUndefined();
    expect(textOf(posted)).toBe(textOf(other));
  });
});

describe('what fails leaves the text, and is noted once', () => {
  const times = (said: RegExp) => bot.output.match(new RegExp(said, 'g'))?.length ?? 0;
  const withFault = (fault: Fault) => {
    discord.standIn.faults.push(fault);
    onTestFinished(() => void discord.standIn.faults.splice(discord.standIn.faults.indexOf(fault), 1));
  };
  const refusal = () =>
    new Response(JSON.stringify({ code: 50013, message: 'Missing Permissions' }), {
      status: 403,
      headers: { 'content-type': 'application/json' },
    });

  test('the edit', async () => {
    withFault(({ method }) => (method === 'PATCH' ? refusal() : undefined));
    const before = times(/goes without its picture/);
    for (const language of ['en', 'az', 'kk']) {
      const reply = await use(server, 'compare', { topic: 'building', language });
      await quiet();
      expect(pictureOf(reply)).toBeUndefined();
      expect(componentsOf(reply).length).toBeGreaterThan(0);
    }
    expect(times(/goes without its picture/)).toBe(before + 1);
  });

  test('the reply with a picture in it: it is sent again without', async () => {
    await picturedIn(await use(server, 'compare', { topic: 'building', language: 'ru' }));
    let refused = 0;
    withFault(({ path }) => (path.endsWith('/callback') && refused++ === 0 ? refusal() : undefined));
    const reply = await use(server, 'compare', { topic: 'building', language: 'ru' });
    expect(refused).toBe(2);
    expect(pictureOf(reply)).toBeUndefined();
    expect(textOf(reply)).toMatch(/900/);
  });

  test('a reply with a picture in it is sent again, as it was, where Discord itself fails in passing', async () => {
    await picturedIn(await use(server, 'compare', { topic: 'building', language: 'tr' }));
    let failed = 0;
    withFault(({ path }) =>
      path.endsWith('/callback') && failed++ === 0 ? new Response('', { status: 502 }) : undefined,
    );
    const reply = await use(server, 'compare', { topic: 'building', language: 'tr' });
    expect(failed).toBeGreaterThan(1);
    expect(pictureOf(reply)).toMatchObject({ png: true });
  });

  /** The bot, with something done in each of its workers before it does anything else. */
  const startWith = async (done: string) => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), 'broken-')), 'broken.mjs');
    writeFileSync(file, `import { isMainThread } from 'node:worker_threads'; if (!isMainThread) ${done}`);
    await bot.stop();
    bot = await startBot(discord, { NODE_OPTIONS: `--import ${pathToFileURL(file)}` });
  };

  test('a worker that never ends keeps nobody waiting, nor the bot from stopping', async () => {
    await startWith('for (;;);');
    const begun = performance.now();
    const reply = await use(server, 'compare', { topic: 'holdings' });
    expect(textOf(reply)).toMatch(/Azerbaijan National Library/);
    expect(textOf(await use(server, 'ask', { question: 'ifla' }))).toMatch(/International Federation/);
    expect(performance.now() - begun).toBeLessThan(2_000);
    const told = performance.now();
    expect(await bot.stop()).toBe(0);
    expect(performance.now() - told).toBeLessThan(1_500);
    bot = await startBot(discord);
  });

  test('the drawing', async () => {
    await startWith(`throw new Error('no paint');`);
    for (const topic of ['holdings', 'founding']) {
      const reply = await use(server, 'compare', { topic });
      await quiet();
      expect(pictureOf(reply)).toBeUndefined();
      expect(textOf(reply)).toMatch(/Azerbaijan National Library/);
    }
    expect(times(/no paint/)).toBeGreaterThan(0);
    expect(times(/goes without its picture/)).toBe(1);
    expect(textOf(await use(server, 'ask', { question: 'ifla' }))).toMatch(/International Federation/);
  });
});
