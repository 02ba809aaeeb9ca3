import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bench, describe } from 'vitest';
import { readQuestions } from '../../src/evaluate/questions.ts';
import { useCommand } from '../../src/playground/stand-in/people.ts';
import { deploy, Program, settingsFor, startDiscord } from '../e2e/discord.ts';

/*
 * The whole bot beside a bare discord.js client that answers /ping, both against the same stand-in over real sockets.
 * Every figure is a ratio to the bare client's of the same run.
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
  name: string;
  program: string;
  command: string;
  options: (turn: number) => Record<string, string>;
};

const CONTENDERS: Contender[] = [
  { name: 'a bare client answering /ping', program: BARE, command: 'ping', options: () => ({}) },
  {
    name: 'Kitabkhana answering /ask',
    program: 'bot/main.js',
    command: 'ask',
    options: (turn) => ({ question: questions[turn % questions.length] ?? '' }),
  },
];

const median = (figures: readonly number[]) =>
  figures.toSorted((one, other) => one - other)[figures.length >> 1] ?? 0;

/** A contender on a Discord of its own. */
async function prepare({ program, command, options }: Contender) {
  const discord = await startDiscord();
  await deploy(discord, '--global');
  const registered = discord.standIn.world.commands.get('global') ?? [];
  const [first] = registered;
  if (first !== undefined)
    registered.push({ ...first, name: 'ping', type: 1, description: 'x', options: [] });
  const settings = settingsFor(discord);
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

/** What a process takes of the machine's memory, in megabytes. */
const residentMemory = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const [one, other] = CONTENDERS;
if (one === undefined || other === undefined) throw new Error('There are two contenders.');
const bare = await prepare(one);
const ours = await prepare(other);

const ratio = (figure: (one: typeof bare) => number) => (figure(ours) / figure(bare)).toFixed(2);
console.log(
  `start to ready: ${ratio(({ start }) => start)} × the bare client's (${ours.start.toFixed(0)} ms)`,
);

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
const bareFigures = await measure(bare);
const ourFigures = await measure(ours);
const of = (figure: (one: typeof bareFigures) => number | undefined) =>
  ((figure(ourFigures) ?? 0) / (figure(bareFigures) ?? 1)).toFixed(2);
console.log(
  [
    `asked for the first time, one at a time: p50 ${of(({ first }) => first.median)} ×, p99 ${of(({ first }) => first.p99)} ×`,
    ...IN_FLIGHT.map((atOnce, turn) => {
      const all = `throughput ${((bareFigures.again[turn]?.all ?? 0) / (ourFigures.again[turn]?.all ?? 1)).toFixed(2)} ×`;
      return `asked again, ${atOnce} in flight: ${all}, p50 ${of(({ again }) => again[turn]?.median)} ×, p99 ${of(({ again }) => again[turn]?.p99)} ×`;
    }),
    `memory after all that: ${of(({ memory }) => memory)} × (${ourFigures.memory.toFixed(0)} MB)`,
  ].join('\n'),
);

describe('one interaction at a time', () => {
  bench(one.name, bare.once);
  bench(other.name, ours.once);
});
