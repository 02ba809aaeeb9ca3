import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, say, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { newGuild } from '../../src/playground/stand-in/world.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { messageOf, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
let server: Acting;
beforeEach(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
  server = { user: discord.reader, channel: discord.general };
});
afterEach(async () => {
  if (bot.runs) expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const ask = (question = 'ifla') => useCommand(server, 'ask', { question }, discord.standIn);

/** Asks until there is an answer: a connection that was lost takes a moment to come back. */
async function answersAgain() {
  await expect.poll(() => discord.standIn.gateway.connected, { timeout: 25_000 }).toBe(1);
  expect(textOf(messageOf(await ask()))).toMatch(/International Federation/);
  expect(bot.runs).toBe(true);
}

/** The acknowledgements that Discord took, by the interaction they were for. */
const taken = () =>
  discord.standIn.exchanges.all
    .filter(({ path, status }) => path.endsWith('/callback') && status < 300)
    .map(({ path }) => path);

describe('the gateway', () => {
  test('a connection that breaks is resumed, and what was asked meanwhile is answered', async () => {
    discord.standIn.gateway.drop();
    say({ ...server, channel: discord.direct }, 'ifla', discord.standIn);
    await expect.poll(() => discord.direct.messages.length, { timeout: 15_000 }).toBe(2);
    await answersAgain();
  });

  test('asked to reconnect', async () => {
    discord.standIn.gateway.askToReconnect();
    await moment(200);
    await answersAgain();
  });

  test.each([true, false])('a session declared invalid (resumable: %s)', async (resumable) => {
    discord.standIn.gateway.invalidate(resumable);
    await moment(200);
    await answersAgain();
  });

  test('heartbeats that are not acknowledged', async () => {
    await bot.stop();
    discord.standIn.gateway.heartbeatInterval = 300;
    bot = await startBot(discord, { LOG_LEVEL: 'debug' });
    discord.standIn.gateway.acknowledges = false;
    await expect.poll(() => discord.standIn.gateway.greeted, { timeout: 10_000 }).toBeGreaterThan(2);
    discord.standIn.gateway.acknowledges = true;
    await answersAgain();
  });

  test('away for a while: tried again until it is back', async () => {
    discord.standIn.gateway.away = true;
    discord.standIn.gateway.drop();
    await moment(3_000);
    expect(bot.runs).toBe(true);
    discord.standIn.gateway.away = false;
    await answersAgain();
  });

  test('a frame that is no JSON', async () => {
    discord.standIn.gateway.sendRaw('{"op":');
    await moment(200);
    await answersAgain();
  });

  test('the same event told twice is answered once', async () => {
    say({ ...server, channel: discord.direct }, 'ifla', discord.standIn);
    await expect.poll(() => discord.direct.messages.length).toBe(2);
    await ask();
    discord.standIn.gateway.tellAgain();
    await answersAgain();
    expect(discord.direct.messages).toHaveLength(2);
    expect(taken()).toEqual([...new Set(taken())]);
    expect(discord.standIn.exchanges.refused()).toEqual([]);
  });

  test('what is replayed too late to be acknowledged is let be', async () => {
    discord.standIn.gateway.away = true;
    discord.standIn.gateway.drop();
    expect((await ask()).kind).toBe('failed');
    discord.standIn.gateway.away = false;
    await answersAgain();
    expect(discord.standIn.exchanges.refused()).toEqual([]);
  });

  test('the token is revoked while it runs: the remedy, and exit code 1', async () => {
    discord.standIn.world.token = 'another-token';
    discord.standIn.gateway.close(4004);
    expect(await bot.ended()).toBe(1);
    expect(bot.output).toMatch(/does not take this DISCORD_TOKEN/);
    expect(bot.output).not.toContain('token-of-no-real-bot');
  });

  test('a server that is joined, away, back, and left', async () => {
    const guild = newGuild('Another', 'ru');
    const [channel] = guild.channels;
    if (channel === undefined) throw new Error('A server has a channel.');
    discord.standIn.addGuild(guild);
    const mention = async () => {
      say({ ...server, channel }, `<@${discord.standIn.world.bot.id}> 1939`, discord.standIn);
      const before = channel.messages.length;
      await expect.poll(() => channel.messages.length).toBe(before + 1);
      return channel.messages.at(-1)?.embeds[0]?.fields?.at(-1)?.name;
    };
    // Numbers are in no language: the server's decides.
    expect(await mention()).toMatch(/[а-я]/);
    discord.standIn.setAvailable(guild, false);
    discord.standIn.setAvailable(guild, true);
    expect(await mention()).toMatch(/[а-я]/);
    discord.standIn.removeGuild(guild);
    await answersAgain();
  });
});

describe('the HTTP API', () => {
  type Fault = (typeof discord.standIn.faults)[number];

  /** Lets the first so many requests to a route fail. */
  const failing = (times: number, fault: Fault, route = /^\/interactions/) => {
    let left = times;
    discord.standIn.faults.push((request) =>
      route.test(request.path) && request.method === 'POST' && left-- > 0 ? fault(request) : undefined,
    );
  };
  const limited =
    (seconds: number, global = false) =>
    () =>
      Response.json(
        { message: 'You are being rate limited.', retry_after: seconds, global },
        {
          status: 429,
          headers: { 'retry-after': String(seconds), ...(global ? { 'x-ratelimit-global': 'true' } : {}) },
        },
      );
  const broken = (status: number) => () =>
    new Response('{}', { status, headers: { 'content-type': 'application/json' } });
  const hung: Fault = () => moment(20_000).then(() => undefined);
  const slow: Fault = () => moment(1_200).then(() => undefined);
  const reset: Fault = ({ cut }) => {
    cut();
    return new Response();
  };
  const lost: Fault = async ({ proceed, cut }) => {
    await proceed();
    cut();
    return new Response();
  };

  const FAULTS: [string, number, () => Fault][] = [
    ['a 500', 1, () => broken(500)],
    ['a 502', 1, () => broken(502)],
    ['a 503', 1, () => broken(503)],
    ['five times 503', 5, () => broken(503)],
    ['a short 429', 1, () => limited(0.2)],
    ['a short global 429', 1, () => limited(0.2, true)],
    ['a slow reply', 1, () => slow],
    ['a connection that is cut', 2, () => reset],
  ];

  test.each(FAULTS)('%s on an acknowledgement: acknowledged all the same, once', async (_, times, fault) => {
    failing(times, fault());
    await answersAgain();
    await expect.poll(taken).toHaveLength(1);
    expect(discord.standIn.exchanges.refused().filter(({ status }) => status === 400)).toEqual([]);
  });

  test('a connection that hangs: another is tried in time', async () => {
    failing(1, hung);
    await answersAgain();
    await expect.poll(taken).toHaveLength(1);
  });

  test('an acknowledgement whose confirmation is lost is no second one', async () => {
    failing(1, lost);
    const outcome = await ask();
    expect(outcome.kind).toBe('message');
    await answersAgain();
    expect(bot.output).not.toMatch(/answered already|could not be answered/);
  });

  test('a long 429 on an acknowledgement is not waited for, and the next one is answered', async () => {
    failing(1, limited(30));
    expect((await ask()).kind).toBe('failed');
    await answersAgain();
  });

  test.each(FAULTS)('%s on a message: answered all the same, once', async (_, times, fault) => {
    failing(times, fault(), /^\/channels\/\d+\/messages/);
    say({ ...server, channel: discord.direct }, 'ifla', discord.standIn);
    await expect.poll(() => discord.direct.messages.length, { timeout: 15_000 }).toBe(2);
    await moment(100);
    expect(discord.direct.messages).toHaveLength(2);
    await answersAgain();
  });

  test.each([
    ['hangs', hung],
    ['is lost', lost],
  ])('a reply to a message whose confirmation %s is posted once', async (_, fault) => {
    failing(1, fault, /^\/channels\/\d+\/messages/);
    say({ ...server, channel: discord.direct }, 'ifla', discord.standIn);
    await expect.poll(() => discord.direct.messages.length, { timeout: 15_000 }).toBe(2);
    await moment(1_000);
    expect(discord.direct.messages).toHaveLength(2);
  });

  test('an edit that fails at first: what is shown to everyone is shown once', async () => {
    const answer = messageOf(
      await useCommand(server, 'ask', { question: 'ifla', private: true }, discord.standIn),
    );
    failing(2, broken(502), /^\/webhooks/);
    await useComponent(server, answer, 'show?in=en', undefined, discord.standIn);
    await expect.poll(() => discord.general.messages.length, { timeout: 10_000 }).toBe(2);
  });

  test('one that is no longer known to Discord leaves the next one alone', async () => {
    failing(1, () => Response.json({ code: 10062, message: 'Unknown interaction' }, { status: 404 }));
    expect((await ask()).kind).toBe('failed');
    await bot.until(/no longer known to Discord/);
    await answersAgain();
  });

  test('direct messages that are closed', async () => {
    failing(
      2,
      () => Response.json({ code: 50007, message: 'Cannot send messages to this user' }, { status: 403 }),
      /^\/channels\/\d+\/messages/,
    );
    say({ ...server, channel: discord.direct }, 'ifla', discord.standIn);
    await bot.until(/stays unanswered/);
    await answersAgain();
  });
});
