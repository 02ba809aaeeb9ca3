import { afterEach, beforeEach, expect, test } from 'vitest';
import { say, typeOption, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { type Discord, deploy, Program, settingsFor, startBot, startDiscord } from './discord.ts';
import { idOf, messageOf } from './told.ts';

let discord: Discord;
let bot: Program;
let place: string;
beforeEach(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord, { HEALTH_PORT: '0', LOG_LEVEL: 'info' });
  place = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.output)?.[0] ?? '';
});
afterEach(async () => {
  if (bot.runs) await bot.stop();
  await discord.standIn.stop();
});

const statusOf = async (path: string) => (await fetch(`${place}${path}`)).status;
const metrics = async () => (await fetch(`${place}/metrics`)).text();
const direct = () => ({ user: discord.reader, channel: discord.direct });

test('alive and ready while connected; not ready while the gateway is away', async () => {
  expect(await statusOf('/healthz')).toBe(200);
  expect(await statusOf('/readyz')).toBe(200);
  discord.standIn.gateway.away = true;
  discord.standIn.gateway.drop();
  await expect.poll(() => statusOf('/readyz')).toBe(503);
  // It is still alive: it will come back by itself.
  expect(await statusOf('/healthz')).toBe(200);
  discord.standIn.gateway.away = false;
  await expect.poll(() => statusOf('/readyz'), { timeout: 25_000 }).toBe(200);
  expect(await metrics()).toMatch(/kitabkhana_reconnects_total [1-9]/);
});

test('what is asked is counted by kind and outcome, never by text or person', async () => {
  const { standIn } = discord;
  const card = messageOf(await useCommand(direct(), 'holdings', {}, standIn));
  await useCommand(direct(), 'ask', { question: 'когда основана библиотека в Баку' }, standIn);
  await useCommand(direct(), 'ask', { question: 'opening hours of the secretlibrary' }, standIn);
  await useCommand(direct(), 'ask', { question: 'zqxj vvkw secretquestion' }, standIn);
  await typeOption(direct(), 'ask', { question: 'secrettyping' }, 'question', standIn);
  await useComponent(direct(), card, idOf(card, /Sources/), undefined, standIn);
  await useComponent(direct(), card, 'secretid', undefined, standIn);
  say(direct(), 'secretmessage ifla', standIn);
  await expect.poll(metrics).toMatch(/exchanges_total\{what="direct message",outcome="answered"\} 1/);
  const told = await metrics();
  for (const line of [
    'kitabkhana_exchanges_total{what="/ask",outcome="answered"} 3',
    'kitabkhana_exchanges_total{what="/holdings",outcome="answered"} 1',
    'kitabkhana_exchanges_total{what="completing /ask",outcome="answered"} 1',
    'kitabkhana_exchanges_total{what="button sources",outcome="answered"} 1',
    'kitabkhana_exchanges_total{what="button unknown",outcome="answered"} 1',
    'kitabkhana_reply_seconds_count{what="/ask"} 3',
    'kitabkhana_questions_total{status="answer",language="ru"} 1',
    'kitabkhana_servers 1',
  ])
    expect(told).toContain(line);
  expect(told).toMatch(/kitabkhana_facts\{version="[0-9a-f]+"\} 228/);
  expect(told).toMatch(/kitabkhana_unanswered_total\{topic="\w+",language="en"\} 1/);
  expect(told).toMatch(/kitabkhana_build_info\{version="/);
  expect(told).toMatch(/process_resident_memory_bytes \d+/);
  expect(told).not.toMatch(/secret|Aysel/);
  expect(told).not.toContain(discord.reader.id);
});

test('a path that is not served, and another method', async () => {
  expect(await statusOf('/')).toBe(404);
  expect((await fetch(`${place}/metrics`, { method: 'POST' })).status).toBe(404);
  expect(await statusOf('//')).toBe(404);
});

test('a port that is taken: one line with the remedy, and exit code 1', async () => {
  const second = new Program('bot/main.js', [], {
    ...settingsFor(discord),
    HEALTH_PORT: new URL(place).port,
  });
  expect(await second.ended()).toBe(1);
  expect(second.output.trim()).toMatch(/^HEALTH_PORT \d+ cannot be used on 127\.0\.0\.1: .* in \.env\.$/);
});

test('whoever is told to stop is not ready any more, and is not kept from leaving', async () => {
  discord.standIn.faults.push(async ({ path }) => {
    if (path.startsWith('/interactions')) await new Promise((resolve) => setTimeout(resolve, 800));
    return undefined;
  });
  const reply = useCommand(direct(), 'ask', { question: 'ifla' }, discord.standIn);
  await new Promise((resolve) => setTimeout(resolve, 100));
  bot.process.kill('SIGTERM');
  await expect.poll(() => statusOf('/readyz')).toBe(503);
  expect(await statusOf('/healthz')).toBe(200);
  expect((await reply).kind).toBe('message');
  expect(await bot.ended()).toBe(0);
});
