import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, say, useCommand } from '../../src/playground/stand-in/people.ts';
import { type Guild, newGuild } from '../../src/playground/stand-in/world.ts';
import { type Discord, deploy, Program, settingsFor, startBot, startDiscord } from './discord.ts';
import { fromBot, mistakes, textOf } from './told.ts';

let discord: Discord;
let bots: Program[];
let guilds: Guild[];
beforeEach(async () => {
  discord = await startDiscord();
  bots = [];
  guilds = [discord.guild];
  // Servers are spread over shards by the time in their ids: these come out on every one.
  while (guilds.length < 12) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    const guild = newGuild('Another');
    discord.standIn.addGuild(guild);
    guilds.push(guild);
  }
  await deploy(discord, '--global');
});
afterEach(async () => {
  for (const bot of bots) if (bot.runs) expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

const shardOf = ({ id }: Guild, shards: number) => Number((BigInt(id) >> 22n) % BigInt(shards));
const on = (shard: number, shards: number) => guilds.filter((guild) => shardOf(guild, shards) === shard);

async function start(settings: Record<string, string>): Promise<Program> {
  const bot = await startBot(discord, settings);
  bots.push(bot);
  return bot;
}

function acting(guild: Guild): Acting {
  const [channel] = guild.channels;
  if (channel === undefined) throw new Error('A server has a channel.');
  return { user: discord.reader, channel };
}

/** How a question by command came out in each of some servers. */
const askedIn = (some: readonly Guild[]) =>
  Promise.all(
    some.map(
      async (guild) => (await useCommand(acting(guild), 'ask', { question: 'ifla' }, discord.standIn)).kind,
    ),
  );

const all = (kind: string, some: readonly Guild[]) => some.map(() => kind);

/** Every server is answered in, and each once: to a command, and to a mention. */
async function expectEachAnsweredOnce(some: readonly Guild[]) {
  for (const { channels } of some) for (const channel of channels) channel.messages.length = 0;
  expect(await askedIn(some)).toEqual(all('message', some));
  for (const guild of some) say(acting(guild), `<@${discord.standIn.world.bot.id}> ifla`, discord.standIn);
  const counts = () => some.map((guild) => fromBot(discord, acting(guild).channel).length);
  await expect.poll(counts).toEqual(some.map(() => 2));
  // A second answer would have come by now.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(counts()).toEqual(some.map(() => 2));
  expect(mistakes(discord)).toEqual([]);
}

describe('two processes, a shard each', () => {
  const settings = (shard: number) => ({ SHARD_COUNT: '2', SHARD_IDS: String(shard) });

  test('every event is answered exactly once, direct messages too', async () => {
    const [first, second] = await Promise.all([start(settings(0)), start(settings(1))]);
    expect(first.output).toMatch(/ready in \d+ servers? \(shards? 0 of 2\)/);
    expect(second.output).toMatch(/ready in \d+ servers? \(shards? 1 of 2\)/);
    for (const shard of [0, 1]) expect(on(shard, 2).length).toBeGreaterThan(0);
    await expectEachAnsweredOnce(guilds);
    say({ user: discord.reader, channel: discord.direct }, 'ifla', discord.standIn);
    await expect.poll(() => fromBot(discord, discord.direct).length).toBe(1);
    expect(textOf(fromBot(discord, discord.direct)[0] ?? expect.fail())).toMatch(/International Federation/);
  });

  test('one that is killed and started again loses what came meanwhile, and the other nothing', async () => {
    const [first] = await Promise.all([start(settings(0)), start(settings(1))]);
    await first.stop('SIGKILL');
    const [lost, kept] = await Promise.all([askedIn(on(0, 2)), askedIn(on(1, 2))]);
    expect(lost).toEqual(all('failed', on(0, 2)));
    expect(kept).toEqual(all('message', on(1, 2)));
    await start(settings(0));
    await expectEachAnsweredOnce(guilds);
  });

  test('both started at once: the gateway lets in one at a time, and both get there', async () => {
    discord.standIn.gateway.identifyInterval = 5_000;
    await Promise.all([start(settings(0)), start(settings(1))]);
    const [one, other] = discord.standIn.gateway.begun;
    expect(discord.standIn.gateway.begun).toHaveLength(2);
    expect((other?.at ?? 0) - (one?.at ?? 0)).toBeGreaterThanOrEqual(5_000);
    await expectEachAnsweredOnce(guilds);
  });
});

describe('one process', () => {
  test('as many shards as Discord recommends, begun one after the other', async () => {
    discord.standIn.world.shards = 3;
    discord.standIn.gateway.identifyInterval = 4_900;
    const bot = await start({ SHARDS: 'auto' });
    expect(bot.output).toMatch(/is ready in 12 servers \(shards 0, 1, 2 of 3\)/);
    expect(discord.standIn.gateway.begun.map(({ shard }) => shard)).toEqual([0, 1, 2]);
    await expectEachAnsweredOnce(guilds);
  });

  test('as many at once as Discord lets', async () => {
    discord.standIn.world.shards = 4;
    discord.standIn.world.concurrency = 4;
    discord.standIn.gateway.identifyInterval = 4_900;
    const begun = performance.now();
    await start({});
    expect(performance.now() - begun).toBeLessThan(4_900);
    await expectEachAnsweredOnce(guilds);
  });

  test('those that are there answer while others are still to come', async () => {
    discord.standIn.world.shards = 3;
    discord.standIn.gateway.identifyInterval = 4_900;
    const bot = new Program('bot/main.js', [], settingsFor(discord));
    bots.push(bot);
    await expect.poll(() => discord.standIn.gateway.connected, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => askedIn(on(0, 3))).toEqual(all('message', on(0, 3)));
    expect(bot.output).not.toMatch(/is ready/);
    await bot.until(/is ready/);
  });

  test('several shards of more', async () => {
    const bot = await start({ SHARD_COUNT: '5', SHARD_IDS: '1-2,4' });
    expect(bot.output).toMatch(/\(shards 1, 2, 4 of 5\)/);
    expect(discord.standIn.gateway.begun.map(({ shard }) => shard).toSorted()).toEqual([1, 2, 4]);
  });
});
