import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { readConfig } from '../../config/config.ts';
import { loadFactBase } from '../../facts/load.ts';
import { runProgram } from '../../program.ts';
import { StandIn } from '../stand-in/stand-in.ts';
import { newGuild } from '../stand-in/world.ts';
import { startProgram } from '../start-program.ts';
import { quantile, type Sample, slopeOf } from './figures.ts';
import { Traffic } from './traffic.ts';
import { Trouble } from './trouble.ts';

const HELP = `Runs the bot for minutes against a Discord of this machine's own: mixed traffic, with faults thrown in.
Reports what was answered, how fast, and whether memory grows; ends with 1 if anything is as it should not be.

  npm run soak                          100,000 interactions
  npm run soak -- --interactions 5000
  npm run soak -- --minutes 3           ends after so long, whatever is left`;

const AT_ONCE = 16;
/** Memory is looked at after each so many interactions. */
const SAMPLED = 500;
/** The first so many fill caches: what grows only then is no leak. */
const WARM = 30_000;
/** Of fewer samples nothing can be told. */
const LEAST = 20;
/** So many bytes for each interaction are less than any leak: a kept message has a thousand. */
const NOTHING = 100;

const settings = z.object({
  interactions: z.coerce.number({ error: '--interactions takes a number.' }).int().min(1).default(100_000),
  minutes: z.coerce.number({ error: '--minutes takes a number.' }).positive().default(30),
});

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      interactions: { type: 'string' },
      minutes: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const read = settings.safeParse(values);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
  const { interactions, minutes } = read.data;
  const { factsFolder } = readConfig();
  const questions = loadFactBase(factsFolder).facts.flatMap(({ title, asked }) => [
    title.en,
    ...Object.values(asked ?? {}).flatMap((phrases) => phrases ?? []),
  ]);
  const standIn = await StandIn.start('token-of-no-real-bot');
  const guild = newGuild('Readers');
  standIn.addGuild(guild);
  const [channel] = guild.channels;
  if (channel === undefined) throw new Error('A server has a channel.');
  const bot = await startBot(standIn, factsFolder);
  let ended = false;
  bot.process.once('exit', () => {
    ended = true;
  });
  const traffic = new Traffic(standIn, channel, questions, Math.random);
  const trouble = new Trouble(standIn, Math.random);
  let refused = 0;
  standIn.exchanges.listener = ({ status }) => {
    if (status === 400) refused++;
  };
  const took: number[] = [];
  const memory: Sample[] = [];
  const unanswered = { excused: 0, otherwise: 0 };
  const begun = performance.now();
  let left = interactions;
  const inTime = () => performance.now() - begun < minutes * 60_000;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (left-- > 0 && inTime() && !ended) {
        const start = performance.now();
        const answered = await traffic.once();
        const excused = trouble.excuses(start);
        if (answered) took.push(performance.now() - start);
        else unanswered[excused ? 'excused' : 'otherwise']++;
        if (answered && took.length % 10_000 === 0) console.log(`${took.length} answered …`);
        if (took.length % SAMPLED === 0)
          memory.push({ after: took.length, bytes: await residentMemory(bot.health) });
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  trouble.stop();
  const code = ended ? bot.process.exitCode : await stop(bot.process);
  await standIn.stop();
  const warm = memory.filter(({ after }) => after >= WARM);
  const slope = slopeOf(warm);
  const grows = warm.length >= LEAST && slope.each - slope.uncertain > NOTHING;
  const [whole, tenth] = [
    new Intl.NumberFormat('en', { maximumFractionDigits: 0 }),
    new Intl.NumberFormat('en', { maximumFractionDigits: 1 }),
  ];
  const megabytes = (bytes = 0) => tenth.format(bytes / 2 ** 20);
  console.log(`
${whole.format(took.length)} answered in ${whole.format(seconds)} s (${whole.format(took.length / seconds)} a second, ${AT_ONCE} at once)
unanswered      ${unanswered.excused} while the gateway was away or just back, ${unanswered.otherwise} otherwise
faults          ${whole.format(trouble.gateway)} of the gateway, ${whole.format(trouble.requests)} of requests
invalid bodies  ${refused}
reply           p50 ${tenth.format(quantile(took, 0.5))} ms, p99 ${tenth.format(quantile(took, 0.99))} ms, longest ${whole.format(quantile(took, 1))} ms
memory          ${megabytes(memory[0]?.bytes)} MB at first, ${megabytes(memory.at(-1)?.bytes)} MB at last; ${warm.length < LEAST ? 'too few interactions to tell whether it grows' : `after the first ${whole.format(WARM)} ${tenth.format(slope.each)} bytes for each interaction (± ${tenth.format(slope.uncertain)}): ${grows ? 'it grows' : 'flat'}`}
ended with      ${code}`);
  if (ended || code !== 0 || unanswered.otherwise > 0 || refused > 0 || grows) process.exitCode = 1;
});

type Running = { process: ReturnType<typeof startProgram>; health: string };

/** The bot, ready, with its commands registered, and where it tells of its health. */
async function startBot(standIn: StandIn, factsFolder: string): Promise<Running> {
  const environment = {
    PATH: process.env.PATH,
    DISCORD_TOKEN: standIn.world.token,
    DISCORD_API_URL: standIn.api,
    FACTS_DIR: factsFolder,
    HEALTH_PORT: '0',
  };
  await once(startProgram('src/deploy.js', ['--global'], environment, 'ignore'), 'exit');
  const bot = startProgram('bot/main.js', [], environment, ['ignore', 'pipe', 'inherit']);
  process.once('exit', () => bot.kill('SIGKILL'));
  let output = '';
  await new Promise<void>((resolve) => {
    bot.stdout?.on('data', (chunk) => {
      output += output.includes('is ready') ? '' : chunk;
      if (output.includes('is ready')) resolve();
    });
    bot.once('exit', () => resolve());
  });
  const health = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
  if (health === undefined) throw new Error(`The bot did not start: ${output}`);
  return { process: bot, health };
}

/** What the bot takes of the machine's memory, in bytes, as it says itself. */
async function residentMemory(health: string): Promise<number> {
  const told = await (await fetch(`${health}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(told)?.[1] ?? 0);
}

/** Tells the bot to stop, and gives the code with which it did. */
async function stop(bot: Running['process']): Promise<number | null> {
  bot.kill('SIGTERM');
  if (bot.exitCode === null) await once(bot, 'exit');
  return bot.exitCode;
}
