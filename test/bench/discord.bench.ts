import path from 'node:path';
import { bench, describe } from 'vitest';
import { z } from 'zod';
import { readQuestions } from '../../src/evaluate/questions.ts';
import { useCommand } from '../../src/playground/stand-in/people.ts';
import { deploy, Program, settingsFor, startDiscord } from '../e2e/discord.ts';
import { residentMemory } from './memory.ts';

/*
 * The whole bot beside a bare discord.js client that answers /ping with a word, and beside one that answers it with a fixed
 * card of the bot's, all against the same stand-in over real sockets. What the card alone costs is the stand-in's work and the
 * library's. Every figure is a ratio to a bare client's of the same run.
 */

const questions = readQuestions(new URL('../questions', import.meta.url).pathname)
  .filter(({ language }) => language === 'en')
  .map(({ question }) => question);
const BARE = path.resolve(import.meta.dirname, 'bare-client.mjs');
const STARTS = 5;
const INTERACTIONS = 10_000;
/** So many questions differ: all of one language of those in test/questions. */
const DISTINCT = 940;
const IN_FLIGHT = [1, 8, 32];

type Contender = {
  program: string;
  command: string;
  options: (turn: number) => Record<string, string>;
  settings?: Record<string, string>;
};

const PING = { program: BARE, command: 'ping', options: () => ({}) };

const ASK = {
  program: 'bot/main.js',
  command: 'ask',
  options: (turn: number) => ({ question: questions[turn % questions.length] ?? '' }),
};

const median = (figures: readonly number[]) =>
  figures.toSorted((one, other) => one - other)[figures.length >> 1] ?? 0;

/** A contender on a Discord of its own. */
async function prepare({ program, command, options, settings: more }: Contender) {
  const discord = await startDiscord();
  await deploy(discord, '--global');
  const registered = discord.standIn.world.commands.get('global') ?? [];
  const [first] = registered;
  if (first !== undefined)
    registered.push({ ...first, name: 'ping', type: 1, description: 'x', options: [] });
  const settings = { ...settingsFor(discord), ...more };
  const starts: number[] = [];
  let bot: Program | undefined;
  for (let start = 0; start < STARTS; start++) {
    await bot?.stop('SIGKILL');
    const begun = performance.now();
    bot = new Program(program, [], settings);
    await bot.until(/is ready/);
    starts.push(performance.now() - begun);
  }
  if (bot === undefined) throw new Error('It was not started.');
  const acting = { user: discord.reader, channel: discord.general };
  let turn = 0;
  const once = async () => {
    const outcome = await useCommand(acting, command, options(turn++), discord.standIn);
    if (outcome.kind !== 'message') throw new Error(`/${command} was ${outcome.kind}.`);
    // What was said need not be kept: thousands of messages would slow the stand-in, not the bot.
    discord.general.messages.length = 0;
    for (const [token, { acknowledged }] of discord.standIn.pending)
      if (acknowledged) discord.standIn.pending.delete(token);
  };
  return { bot, once, start: median(starts), discord };
}

const bare = await prepare(PING);
const ours = await prepare(ASK);
const { exchanges } = ours.discord.standIn;
const replied = new Promise<unknown>((resolve) => {
  exchanges.listener = ({ body }) => resolve(body);
});
await ours.once();
const body = await replied;
exchanges.listener = undefined;
const card = JSON.stringify(z.object({ data: z.looseObject({}) }).parse(body).data);
const bareWithCard = await prepare({ ...PING, settings: { REPLY: card } });

const started = (other: typeof bare) => (ours.start / other.start).toFixed(2);
console.log(`start to ready: ${started(bare)} × the bare client's (${ours.start.toFixed(0)} ms)`);

/** Many interactions, so many at once; gives how long each took, and all together, in milliseconds. */
async function many(count: number, atOnce: number, once: () => Promise<void>) {
  const took: number[] = [];
  const begun = performance.now();
  let left = count;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (left-- > 0) {
        const start = performance.now();
        await once();
        took.push(performance.now() - start);
      }
    }),
  );
  return {
    median: median(took),
    p99: took.toSorted((a, b) => a - b)[Math.floor(took.length * 0.99)] ?? 0,
    all: performance.now() - begun,
  };
}

async function measure({ once, bot }: typeof bare) {
  // The first round asks what was never asked before; later ones what members ask again and again.
  const first = await many(DISTINCT, 1, once);
  const again = [];
  for (const atOnce of IN_FLIGHT) again.push(await many(INTERACTIONS, atOnce, once));
  return { first, again, memory: residentMemory(bot.process.pid) };
}
const ourFigures = await measure(ours);

for (const [name, other] of [
  ['a bare client answering with a word', await measure(bare)],
  ['a bare client answering with a card', await measure(bareWithCard)],
] as const) {
  const of = (figure: (one: typeof other) => number | undefined) =>
    ((figure(ourFigures) ?? 0) / (figure(other) ?? 1)).toFixed(2);
  const throughput = (turn: number) =>
    ((other.again[turn]?.all ?? 0) / (ourFigures.again[turn]?.all ?? 1)).toFixed(2);
  console.log(
    [
      `beside ${name}:`,
      `asked for the first time, one at a time: p50 ${of(({ first }) => first.median)} ×, p99 ${of(({ first }) => first.p99)} ×`,
      ...IN_FLIGHT.map(
        (atOnce, turn) =>
          `asked again, ${atOnce} in flight: throughput ${throughput(turn)} ×, p50 ${of(({ again }) => again[turn]?.median)} ×, p99 ${of(({ again }) => again[turn]?.p99)} ×`,
      ),
      `memory after all that: ${of(({ memory }) => memory)} × (${ourFigures.memory.toFixed(0)} MB)`,
    ].join('\n'),
  );
}

describe('one interaction at a time', () => {
  bench('a bare client answering /ping with a word', bare.once);
  bench('a bare client answering /ping with a card', bareWithCard.once);
  bench('Kitabkhana answering /ask', ours.once);
});
