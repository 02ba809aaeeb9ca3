import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { say, useCommand } from '../../src/playground/stand-in/people.ts';
import { newUser } from '../../src/playground/stand-in/world.ts';
import { type Discord, deploy, Program, settingsFor, startBot, startDiscord } from './discord.ts';
import { mistakes } from './told.ts';

let discord: Discord;
let bot: Program;
/** What the bot has asked of Discord so far, whether or not it has its reply. */
let begun: string[];
beforeEach(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
  begun = [];
});
afterEach(async () => {
  if (bot.runs) await bot.stop('SIGKILL');
  await discord.standIn.stop();
});

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Discord takes so long to reply. */
function slow(milliseconds: number) {
  discord.standIn.faults.push(async ({ path, method }) => {
    if (method !== 'POST') return undefined;
    begun.push(path);
    await moment(milliseconds);
    return undefined;
  });
}

/** A reply is under way that will not come to its end. */
async function hang() {
  slow(60_000);
  const acting = { user: discord.reader, channel: discord.general };
  void useCommand(acting, 'ask', { question: 'ifla' }, discord.standIn);
  await expect.poll(() => begun.length).toBe(1);
}

/** Commands and messages that keep coming, until it is stopped. */
function traffic() {
  const outcomes: ReturnType<typeof useCommand>[] = [];
  const { standIn, general } = discord;
  let turn = 0;
  const timer = setInterval(() => {
    const user = standIn.addUser(newUser('Somebody'));
    outcomes.push(useCommand({ user, channel: general }, 'ask', { question: 'ifla' }, standIn));
    // Discord takes 50 messages a second from a bot; replies to commands do not count.
    if (++turn % 8 === 0) say({ user, channel: standIn.directMessage(user) }, 'ifla', standIn);
  }, 5);
  return { outcomes, stop: () => clearInterval(timer) };
}

describe.each(['SIGTERM', 'SIGINT'] as const)('%s', (signal) => {
  test('under load: what was begun is finished, nothing new is begun, exit code 0 within five seconds', async () => {
    slow(400);
    const { outcomes, stop } = traffic();
    await moment(1_000);
    const told = performance.now();
    bot.process.kill(signal);
    await bot.until(/stopping/);
    const atStop = begun.length;
    expect(await bot.ended()).toBe(0);
    expect(performance.now() - told).toBeLessThan(5_000);
    stop();
    expect(atStop).toBeGreaterThan(50);
    // What was under way when the signal came may still have had to be sent.
    expect(begun.length - atStop).toBeLessThan(20);
    // Each request that was begun got through: nothing was cut off halfway.
    await expect
      .poll(() => discord.standIn.exchanges.all.filter(({ method }) => method === 'POST').length)
      .toBeGreaterThanOrEqual(begun.length);
    expect(mistakes(discord)).toEqual([]);
    const done = await Promise.all(outcomes);
    const answered = done.filter(({ kind }) => kind === 'message').length;
    expect(answered).toBe(begun.filter((path) => path.endsWith('/callback')).length);
  });

  test('with a reply that hangs it leaves all the same, within five seconds', async () => {
    await hang();
    const told = performance.now();
    expect(await bot.stop(signal)).toBe(0);
    expect(performance.now() - told).toBeLessThan(5_000);
  });

  test('told twice it leaves at once', async () => {
    await hang();
    const told = performance.now();
    bot.process.kill(signal);
    await bot.until(/stopping/);
    expect(await bot.stop(signal)).toBe(1);
    expect(performance.now() - told).toBeLessThan(2_000);
  });
});

test('told before it is connected it leaves, and says no error', async () => {
  await bot.stop();
  discord.standIn.gateway.away = true;
  const { length } = discord.standIn.exchanges.all;
  const early = new Program('bot/main.js', [], settingsFor(discord));
  await expect.poll(() => discord.standIn.exchanges.all.length).toBeGreaterThan(length);
  expect(await early.stop('SIGTERM')).toBe(0);
  expect(early.output.trim()).toMatch(/^[^\n]*SIGTERM: stopping[^\n]*$/);
});
