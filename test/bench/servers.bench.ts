import path from 'node:path';
import { bench, describe } from 'vitest';
import { newGuild } from '../../src/playground/stand-in/world.ts';
import { Program, settingsFor, startDiscord } from '../e2e/discord.ts';
import { residentMemory } from './memory.ts';

/*
 * What servers cost: the bot beside a bare discord.js client with its default caches, both with the same intents and in the
 * same servers. Every figure is a ratio to the bare client's of the same run, or a difference between two of its own.
 */

/** A server of a community, with as many members as Discord sends. */
const CROWD = { channels: 30, roles: 25, emojis: 50, members: 100 };
const SERVERS = [1, 100, 2_500];
/** Both are given so long to come to rest, in milliseconds. */
const REST = 6_000;

const CONTENDERS = [
  { name: 'a bare client', program: path.resolve(import.meta.dirname, 'bare-client.mjs') },
  { name: 'Kitabkhana', program: 'bot/main.js' },
];

/** A contender, ready in so many servers: how long that took in milliseconds, and its end. */
async function ready(program: string, servers: number) {
  const discord = await startDiscord();
  while (discord.standIn.world.guilds.size < servers)
    discord.standIn.addGuild(Object.assign(newGuild('Another'), { crowd: CROWD }));
  const begun = performance.now();
  const bot = new Program(program, [], settingsFor(discord));
  await bot.until(/is ready/);
  const start = performance.now() - begun;
  const end = async () => {
    await bot.stop('SIGKILL');
    await discord.standIn.stop();
  };
  return { start, pid: bot.process.pid, end };
}

/** Start to ready in milliseconds, and memory at rest in megabytes, in so many servers. */
async function measure(program: string, servers: number) {
  const { start, pid, end } = await ready(program, servers);
  await new Promise((resolve) => setTimeout(resolve, REST));
  const memory = residentMemory(pid);
  await end();
  return { start, memory };
}

const figures: { name: string; servers: number; start: number; memory: number }[] = [];
for (const servers of SERVERS)
  for (const { name, program } of CONTENDERS)
    figures.push({ name, servers, ...(await measure(program, servers)) });

const at = (contender: number, servers: number) =>
  figures.find(({ name, servers: in_ }) => name === CONTENDERS[contender]?.name && in_ === servers) ?? {
    start: 0,
    memory: 0,
  };
const most = Math.max(...SERVERS);
/** What one more server takes, in kilobytes. */
const each = (contender: number) =>
  ((at(contender, most).memory - at(contender, 1).memory) * 1024) / (most - 1);
console.log(
  [
    ...SERVERS.map((servers) => {
      const start = at(1, servers).start / at(0, servers).start;
      const memory = at(1, servers).memory / at(0, servers).memory;
      return `${servers} servers: start ${start.toFixed(2)} ×, memory ${memory.toFixed(2)} × (${at(1, servers).memory.toFixed(0)} MB)`;
    }),
    `memory for each server more: ${(each(1) / each(0)).toFixed(2)} × (${each(1).toFixed(1)} KB, the bare client ${each(0).toFixed(1)} KB)`,
  ].join('\n'),
);

describe('from start to ready in a hundred servers', () => {
  for (const { name, program } of CONTENDERS)
    bench(name, () => ready(program, 100).then(({ end }) => end()), {
      iterations: 3,
      time: 0,
      warmupIterations: 0,
      warmupTime: 0,
    });
});
