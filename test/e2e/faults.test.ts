import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, say, useCommand } from '../../src/playground/stand-in/people.ts';
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
  expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

/** Asks until there is an answer: a connection that was lost takes a moment to come back. */
async function answersAgain() {
  await expect.poll(() => discord.standIn.gateway.connected, { timeout: 15_000 }).toBe(1);
  const outcome = await useCommand(server, 'ask', { question: 'ifla' }, discord.standIn);
  expect(textOf(messageOf(outcome))).toMatch(/International Federation/);
  expect(bot.process.exitCode).toBeNull();
}

describe('the gateway', () => {
  test('a connection that breaks is resumed, and what was asked meanwhile is answered', async () => {
    discord.standIn.gateway.drop();
    say({ ...server, channel: discord.direct }, 'ifla', discord.standIn);
    await expect.poll(() => discord.direct.messages.length, { timeout: 15_000 }).toBe(2);
    await answersAgain();
  });

  test('asked to reconnect', async () => {
    discord.standIn.gateway.askToReconnect();
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answersAgain();
  });

  test.each([true, false])('a session declared invalid (resumable: %s)', async (resumable) => {
    discord.standIn.gateway.invalidate(resumable);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answersAgain();
  });

  test('a frame that is no JSON', async () => {
    discord.standIn.gateway.sendRaw('{"op":');
    await new Promise((resolve) => setTimeout(resolve, 200));
    await answersAgain();
  });

  test('a server that is joined', async () => {
    const guild = newGuild('Another');
    discord.standIn.addGuild(guild);
    await answersAgain();
  });
});

describe('the HTTP API', () => {
  /** Lets the first so many acknowledgements fail. */
  const failing = (times: number, response: () => Response) => {
    let left = times;
    discord.standIn.faults.push(({ path }) => {
      if (!path.startsWith('/interactions') || left-- <= 0) return undefined;
      return response();
    });
  };

  test.each([500, 502, 503])('a %i on an acknowledgement is tried again, in time', async (status) => {
    failing(1, () => new Response('{}', { status, headers: { 'content-type': 'application/json' } }));
    await answersAgain();
  });

  test('a short 429 is waited for', async () => {
    failing(1, () =>
      Response.json(
        { message: 'You are being rate limited.', retry_after: 0.2, global: false },
        { status: 429, headers: { 'retry-after': '0.2' } },
      ),
    );
    await answersAgain();
  });

  test('one that cannot be acknowledged leaves the next one alone', async () => {
    failing(1, () => Response.json({ code: 10062, message: 'Unknown interaction' }, { status: 404 }));
    const outcome = await useCommand(server, 'ask', { question: 'ifla' }, discord.standIn);
    expect(outcome.kind).toBe('failed');
    await bot.until(/no longer known to Discord/);
    await answersAgain();
  });
});
