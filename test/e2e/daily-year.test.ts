import path from 'node:path';
import type { Client } from 'discord.js';
import pino from 'pino';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createClient } from '../../src/discord/connection/client.ts';
import { logIn } from '../../src/discord/connection/login.ts';
import { Servers } from '../../src/discord/connection/servers.ts';
import { Daily, type DailySettings } from '../../src/discord/daily/daily.ts';
import { InFlight } from '../../src/discord/in-flight.ts';
import type { Live } from '../../src/discord/live.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { noFigures } from '../../src/health/figures.ts';
import { newSnowflake } from '../../src/playground/stand-in/snowflake.ts';
import type { Message } from '../../src/playground/stand-in/world.ts';
import { Seal } from '../../src/quiz/seal.ts';
import { Knowledge } from '../../src/search/judging/knowledge.ts';
import { prepare } from '../../src/search/learning/prepare.ts';
import { realKnowledge } from '../knowledge.ts';
import { type Discord, startDiscord, TOKEN } from './discord.ts';

const SMALL_MUSEUM = path.resolve(import.meta.dirname, '../small-museum');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

let knowledge: Knowledge;
beforeAll(() => {
  knowledge = realKnowledge();
});

let discord: Discord;
let client: Client<true>;
let live: Live;
let log: string;
beforeEach(async () => {
  // The clock alone is not real: the bot writes over a real socket all the same.
  vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2027-01-01T00:00Z') });
  discord = await startDiscord();
  client = await logIn(createClient(discord.standIn.api, 'auto'), TOKEN, discord.standIn.api);
  log = '';
  live = {
    knowledge,
    commands: [],
    language: 'en',
    running: () => ({ version: '1.0.0', latency: undefined }),
    log: pino(
      {},
      {
        write: (line: string) => {
          log += line;
        },
      },
    ),
    inFlight: new InFlight(),
    servers: new Servers(),
    figures: noFigures,
    seal: new Seal(TOKEN),
  };
});
afterEach(async () => {
  await client.destroy();
  await discord.standIn.stop();
  vi.useRealTimers();
});

/** Written out as Swedes do, which happens to be "2027-05-23 09:00". */
const clockIn = (zone: string, moment: number) =>
  new Date(moment).toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
const written = (zone: string, { timestamp }: Message) => clockIn(zone, Date.parse(timestamp));
const idOf = ({ embeds }: Message) => embeds[0]?.footer?.text.split(' · ').at(-2) ?? '';

const settings = (at: string, zone: string): DailySettings => ({
  channelId: discord.general.id,
  at,
  zone,
  language: 'en',
});

/**
 * Lets the clock run from one moment to another, minute by minute. `down` tells when the bot does not run; whenever it
 * comes back it knows nothing of before. Two copies of it run all the time, as after a careless start.
 */
async function run(set: DailySettings, from: number, to: number, down: (moment: number) => boolean) {
  const started = () => [new Daily(set, client, live), new Daily(set, client, live)];
  let copies = started();
  let wasDown = false;
  for (let moment = from; moment < to; moment += MINUTE) {
    const isDown = down(moment);
    if (wasDown && !isDown) copies = started();
    wasDown = isDown;
    if (isDown) continue;
    vi.setSystemTime(moment);
    await Promise.all(copies.map((daily) => daily.look()));
  }
}

describe('a year, with two copies of the bot and a restart every other day', () => {
  // 09:00 is missed on every 17th day, and made up at 20:00 in UTC or so, when the bot is back.
  const isMissed = (moment: number) => Math.floor(moment / DAY) % 17 === 0;
  const down = (moment: number) => {
    const minutes = Math.floor((moment % DAY) / MINUTE);
    const restarts = Math.floor(moment / DAY) % 2 === 0 && minutes % 310 < 3;
    return restarts || (isMissed(moment) && minutes > 60 && minutes < 18 * 60);
  };

  test.each([
    ['09:00', 'Europe/Berlin'],
    ['12:30', 'America/New_York'],
    ['09:00', 'Asia/Baku'],
  ])('%s %s', async (at, zone) => {
    const from = Date.parse('2027-01-01T00:00Z');
    // From one local midnight to that of a year later.
    const midnight = (day: string) => {
      let moment = Date.parse(`${day}T00:00Z`) - DAY;
      while (clockIn(zone, moment) !== `${day} 00:00`) moment += 30 * MINUTE;
      return moment;
    };
    await run(settings(at, zone), midnight('2027-01-01'), midnight('2028-01-01'), down);
    const { messages } = discord.general;
    const days = messages.map((message) => written(zone, message).slice(0, 10));
    expect(days).toEqual(
      Array.from({ length: 365 }, (_, index) => new Date(from + index * DAY).toISOString().slice(0, 10)),
    );
    const late = messages.filter((message) => written(zone, message).slice(11) !== at);
    // The few minutes of a restart may put it off too.
    for (const message of late) {
      expect(written(zone, message).slice(11) > at).toBe(true);
      expect(isMissed(Date.parse(message.timestamp)) || down(Date.parse(message.timestamp) - MINUTE)).toBe(
        true,
      );
    }
    expect(late.length).toBeGreaterThan(15);
    expect(late.length).toBeLessThan(30);

    const byAnniversary = messages.filter(({ content }) => content.startsWith('On this day in'));
    const [opening] = byAnniversary.filter((message) => written(zone, message).startsWith('2027-05-23'));
    expect(opening?.content).toBe('On this day in 1923 …');
    expect(opening && idOf(opening)).toBe('az-founding-opening-1923');
    for (const day of ['03-12', '09-25'])
      expect(byAnniversary.some((message) => written(zone, message).startsWith(`2027-${day}`))).toBe(true);
    // Told at its turn a fact comes again only after the others, a few of which had their anniversary meanwhile.
    for (const [index, message] of messages.entries()) {
      const before = messages.slice(0, index).findLastIndex((other) => idOf(other) === idOf(message));
      if (
        before >= 0 &&
        !byAnniversary.includes(message) &&
        !byAnniversary.includes(messages[before] ?? message)
      )
        expect(index - before, idOf(message)).toBeGreaterThan(knowledge.base.facts.length - 30);
    }
    expect(new Set(messages.map(idOf)).size).toBe(knowledge.base.facts.length);
    expect(log).toBe('');
  });
});

describe('when the clocks change', () => {
  const never = () => false;
  test.each([
    ['a time that is left out is made up right after', '02:30', '2027-03-28', '03:00'],
    ['a time that comes twice is used once', '02:30', '2027-10-31', '02:30'],
    ['midnight', '00:00', '2027-10-31', '00:00'],
  ])('%s', async (_, at, day, told) => {
    const from = Date.parse(`${day}T00:00Z`) - DAY;
    await run(settings(at, 'Europe/Berlin'), from, from + 3 * DAY, never);
    const clocks = discord.general.messages.map((message) => written('Europe/Berlin', message));
    expect(clocks.filter((clock) => clock.startsWith(day))).toEqual([`${day} ${told}`]);
    expect(new Set(clocks.map((clock) => clock.slice(0, 10))).size).toBe(clocks.length);
  });
});

test('what was told is found behind a thousand other messages', async () => {
  const set = settings('09:00', 'UTC');
  vi.setSystemTime(Date.parse('2027-06-01T09:00Z'));
  await new Daily(set, client, live).look();
  const [told] = discord.general.messages;
  if (told === undefined) throw new Error('Nothing was told.');
  for (let count = 0; count < 1000; count++) {
    vi.setSystemTime(Date.parse('2027-06-01T09:01Z') + count);
    discord.general.messages.push({ ...told, id: newSnowflake(), embeds: [], author: discord.reader });
  }
  vi.setSystemTime(Date.parse('2027-06-01T23:59Z'));
  await new Daily(set, client, live).look();
  expect(discord.general.messages).toHaveLength(1001);
});

test('once it is told the channel is left alone until the next day', async () => {
  const asked: string[] = [];
  discord.standIn.faults.push(({ method, path }) => {
    asked.push(`${method} ${path.replace(/\d{10,}/g, 'id')}`);
    return undefined;
  });
  const from = Date.parse('2027-06-01T08:00Z');
  await run(settings('09:00', 'UTC'), from, from + 20 * 60 * MINUTE, () => false);
  // Two copies, and one message for both.
  expect(asked.toSorted()).toEqual([
    // Once for the server it is in, and once for what the bot may do there.
    'GET /channels/id',
    'GET /channels/id',
    'GET /channels/id',
    'GET /channels/id',
    'GET /channels/id/messages',
    'GET /channels/id/messages',
    'GET /guilds/id',
    'GET /guilds/id',
    'GET /guilds/id/members/id',
    'GET /guilds/id/members/id',
    'POST /channels/id/messages',
    'POST /channels/id/messages',
  ]);
});

test('the same footer from somebody else is not the bot’s', async () => {
  const set = settings('09:00', 'UTC');
  vi.setSystemTime(Date.parse('2027-06-01T09:00Z'));
  await new Daily(set, client, live).look();
  const [told] = discord.general.messages;
  if (told === undefined) throw new Error('Nothing was told.');
  told.author = discord.reader;
  vi.setSystemTime(Date.parse('2027-06-01T10:00Z'));
  await new Daily(set, client, live).look();
  expect(discord.general.messages).toHaveLength(2);
});

test('facts that were changed meanwhile are told as they are at that moment', async () => {
  const daily = new Daily(settings('09:00', 'UTC'), client, live);
  vi.setSystemTime(Date.parse('2027-06-01T09:00Z'));
  live.knowledge = new Knowledge(prepare(loadFactBase(SMALL_MUSEUM)));
  await daily.look();
  expect(discord.general.messages[0]?.embeds[0]?.author?.name).toMatch(/Museum/);
});

test('a failure is tried again ten minutes later, and told once', async () => {
  const daily = new Daily(settings('09:00', 'UTC'), client, live);
  let asked = 0;
  discord.standIn.faults.push(({ method, path }) => {
    if (method !== 'POST' || !path.endsWith('/messages') || ++asked > 8) return undefined;
    return Response.json({ message: 'Internal', code: 0 }, { status: 500 });
  });
  const start = Date.parse('2027-06-01T09:00Z');
  for (let minute = 0; minute < 60; minute++) {
    vi.setSystemTime(start + minute * MINUTE);
    await daily.look();
  }
  // Each time the client itself tries four times.
  expect(discord.general.messages.map((message) => written('UTC', message))).toEqual(['2027-06-01 09:20']);
  expect(log.match(/could not be told/g)).toHaveLength(1);
});
