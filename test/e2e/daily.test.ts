import { ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newChannel, newGuild } from '../../src/playground/stand-in/world.ts';
import { type Discord, Program, settingsFor, startBot, startDiscord } from './discord.ts';
import { componentsOf, textOf } from './told.ts';

let discord: Discord;
let bots: Program[];
beforeEach(async () => {
  discord = await startDiscord();
  bots = [];
});
afterEach(async () => {
  for (const bot of bots) expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

type Settings = Record<string, string>;

/** A zone in which today's midnight is past by some hours at least, so that the time was missed earlier today. */
const ZONE = new Date().getUTCHours() < 12 ? 'Asia/Baku' : 'UTC';
const TODAY = new Date().toLocaleDateString('sv-SE', { timeZone: ZONE });

const told = () => discord.general.messages;
const daily = (more: Settings = {}): Settings => ({
  DAILY_CHANNEL_ID: discord.general.id,
  DAILY_TIME: `00:00 ${ZONE}`,
  ...more,
});

/** A bot that has had the time to look at the channel and to write what it would. */
async function start(env: Settings): Promise<Program> {
  const before = asked().length;
  const bot = await startBot(discord, env);
  bots.push(bot);
  await expect.poll(() => asked().length).toBeGreaterThan(before);
  await new Promise((resolve) => setTimeout(resolve, 400));
  return bot;
}

const asked = () => discord.standIn.exchanges.all.filter(({ path }) => /\/channels\/\d+$/.test(path));
const errorsOf = ({ output }: Program) =>
  output.split('\n').filter((line) => line.includes('fact of the day'));

describe('a time that was missed earlier today', () => {
  test('is made up once, restart or not', async () => {
    const first = await start(daily());
    expect(told()).toHaveLength(1);
    await first.stop();
    await start(daily());
    await start(daily());
    expect(told()).toHaveLength(1);
    const [message] = told();
    if (message === undefined) throw new Error('Nothing was told.');
    expect(textOf(message)).toMatch(/^(Fact of the day|On this day in \d{4} …)\n/);
    expect(textOf(message)).toMatch(new RegExp(`Sources[\\s\\S]* · ${TODAY}$`));
    expect(componentsOf(message).map((button) => 'label' in button && button.label)).toContain('Sources');
  });

  test.each([
    ['en', /^(Fact of the day|On this day in)/],
    ['az', /^(Günün faktı|Tarixdə bu gün \(\d{4}\))/],
    ['kk', /^(Бүгінгі дерек|\d{4} жылы осы күні)/],
    ['ru', /^(Факт дня|В этот день в \d{4} году)/],
    ['tr', /^(Günün bilgisi|\d{4} yılında bugün)/],
  ])('in %s; in another language it is the same fact of the same day', async (language, lead) => {
    await (await start(daily({ DAILY_LANGUAGE: language }))).stop();
    await start(daily());
    expect(told().map(({ content }) => content)).toEqual([expect.stringMatching(lead)]);
  });

  test('in the language set for all, where none is set for it', async () => {
    await start(daily({ DEFAULT_LANGUAGE: 'kk' }));
    expect(told()[0]?.content).toMatch(/Бүгінгі|жылы/);
  });

  test('deleted, it is told again after a restart only', async () => {
    const bot = await start(daily());
    told().splice(0);
    await bot.stop();
    await start(daily());
    expect(told()).toHaveLength(1);
  });
});

test('before its time nothing is told', async () => {
  const late = new Date(Date.now() + 5 * 60_000).toISOString().slice(11, 16);
  // In the five minutes before midnight the time would be of tomorrow, that is, past today.
  if (late < '00:06') return;
  bots.push(await startBot(discord, daily({ DAILY_TIME: `${late} UTC` })));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(asked()).toEqual([]);
  expect(told()).toEqual([]);
});

test('two shards in two processes tell it once: the one that has the server', async () => {
  const shard = Number((BigInt(discord.guild.id) >> 22n) % 2n);
  const env = (number: number) => daily({ SHARD_IDS: String(number), SHARD_COUNT: '2' });
  await start(env(1 - shard));
  expect(told()).toEqual([]);
  await start(env(shard));
  expect(told()).toHaveLength(1);
  for (const bot of bots) expect(errorsOf(bot)).toEqual([]);
});

describe('a channel that will not have it', () => {
  test('unknown: one line with the remedy, and the bot goes on; with two shards the first says it', async () => {
    const env = (number: number) =>
      daily({ DAILY_CHANNEL_ID: '123456789012345678', SHARD_IDS: String(number), SHARD_COUNT: '2' });
    const first = await start(env(0));
    const second = await start(env(1));
    expect(errorsOf(first)).toEqual([
      expect.stringMatching(/no channel with the id in DAILY_CHANNEL_ID: copy it again/),
    ]);
    expect(errorsOf(second)).toEqual([]);
    expect(first.process.exitCode).toBeNull();
  });

  test.each([
    ['view', /hidden from the bot: invite the bot to that server and give it View Channel/],
    ['messages', /may not write in the channel in DAILY_CHANNEL_ID: give it View Channel, Send Messages/],
    ['embeds', /give it View Channel, Send Messages, Embed Links/],
    ['history', /cannot see whether it has told it already: give it .*Read Message History/],
  ] as const)('without the permission for %s: one line with the remedy', async (what, remedy) => {
    discord.general.denied.add(what);
    const bot = await start(daily());
    expect(errorsOf(bot)).toEqual([expect.stringMatching(remedy)]);
    expect(told()).toEqual([]);
    expect(bot.process.exitCode).toBeNull();
    discord.general.denied.clear();
    await start(daily());
    expect(told()).toHaveLength(1);
  });

  test('in a thread it is the channel round it that tells what may be read', async () => {
    const { general, guild, standIn } = discord;
    const thread = newChannel(ChannelType.GuildText, 'facts', guild.id);
    standIn.world.channels.set(thread.id, thread);
    const { id, name } = thread;
    const shape = { id, name, type: ChannelType.PublicThread, guild_id: guild.id, parent_id: general.id };
    standIn.faults.push(({ method, path }) =>
      method === 'GET' && path === `/channels/${id}` ? Response.json(shape) : undefined,
    );
    general.denied.add('history');
    const bot = await startBot(discord, daily({ DAILY_CHANNEL_ID: id }));
    bots.push(bot);
    await bot.until(/cannot see whether it has told it already/);
    expect(thread.messages).toEqual([]);
    general.denied.clear();
    bots.push(await startBot(discord, daily({ DAILY_CHANNEL_ID: id })));
    await expect.poll(() => thread.messages.length).toBe(1);
  });

  test('of another server than the shard’s own is told there all the same', async () => {
    const guild = newGuild('Another');
    const channel = newChannel(ChannelType.GuildText, 'facts', guild.id);
    guild.channels.push(channel);
    discord.standIn.addGuild(guild);
    await start(daily({ DAILY_CHANNEL_ID: channel.id }));
    expect(channel.messages).toHaveLength(1);
  });
});

test('stopped while it tells, it has told', async () => {
  discord.standIn.faults.push(async ({ method, path }) => {
    if (method === 'POST' && path.endsWith('/messages'))
      await new Promise((resolve) => setTimeout(resolve, 500));
    return undefined;
  });
  const bot = await startBot(discord, daily());
  await new Promise((resolve) => setTimeout(resolve, 150));
  expect(await bot.stop()).toBe(0);
  expect(told()).toHaveLength(1);
});

describe('settings that cannot be', () => {
  test.each<[string, Settings, RegExp]>([
    ['no zone', { DAILY_TIME: '09:00' }, /DAILY_TIME: has no time zone: write one after the time/],
    ['no such zone', { DAILY_TIME: '09:00 Baku' }, /DAILY_TIME: names no time zone that is known/],
    ['an offset', { DAILY_TIME: '09:00 +04:00' }, /DAILY_TIME: names no time zone that is known/],
    ['no time', { DAILY_TIME: 'Asia/Baku' }, /DAILY_TIME: does not begin with a time of day/],
    ['no such time', { DAILY_TIME: '25:00 UTC' }, /DAILY_TIME: does not begin with a time of day/],
    ['no such language', { DAILY_LANGUAGE: 'latin' }, /DAILY_LANGUAGE/],
    ['no id', { DAILY_CHANNEL_ID: '#facts' }, /DAILY_CHANNEL_ID: is not an id of Discord/],
    [
      'no channel',
      { DAILY_CHANNEL_ID: '' },
      /DAILY_TIME: does nothing without DAILY_CHANNEL_ID: set that too/,
    ],
    [
      'several',
      { DAILY_CHANNEL_ID: '', DAILY_LANGUAGE: 'kk' },
      /DAILY_TIME: does nothing[\s\S]*DAILY_LANGUAGE: does nothing/,
    ],
  ])('%s', async (_, env, problem) => {
    const bot = new Program('bot/main.js', [], { ...settingsFor(discord), ...daily(env) });
    expect(await bot.ended()).toBe(1);
    expect(bot.output).toMatch(problem);
    expect(bot.output).not.toMatch(/at .*\.js/);
  });

  test.each(['9:00 Asia/Baku', ' 09:00   UTC ', '23:59 America/Argentina/Buenos_Aires'])(
    '"%s" can be',
    async (time) => {
      bots.push(await startBot(discord, daily({ DAILY_TIME: time })));
    },
  );
});
