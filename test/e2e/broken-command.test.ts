import { Writable } from 'node:stream';
import type { Client } from 'discord.js';
import pino from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import random from '../../commands/random.ts';
import sources from '../../commands/sources.ts';
import { createClient } from '../../src/discord/connection/client.ts';
import { logIn } from '../../src/discord/connection/login.ts';
import { preparePackets } from '../../src/discord/connection/packets.ts';
import { Servers } from '../../src/discord/connection/servers.ts';
import { InFlight } from '../../src/discord/in-flight.ts';
import { answerInteractions } from '../../src/discord/interactions/interactions.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { noFigures } from '../../src/health/figures.ts';
import { type Acting, useCommand } from '../../src/playground/stand-in/people.ts';
import { Seal } from '../../src/quiz/seal.ts';
import { Knowledge } from '../../src/search/judging/knowledge.ts';
import { prepare } from '../../src/search/learning/prepare.ts';
import { SMALL_MUSEUM } from '../facts/broken.ts';
import { type Discord, deploy, startDiscord, TOKEN } from './discord.ts';
import { isPrivate, messageOf, textOf } from './told.ts';

let discord: Discord;
let client: Client;
let log: string;
let server: Acting;
beforeEach(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  server = { user: discord.reader, channel: discord.general };
  log = '';
  const written = new Writable({
    write(line, _, done) {
      log += line;
      done();
    },
  });
  const broken = () => {
    throw new Error('a mistake of ours');
  };
  client = createClient(discord.standIn.api, 'auto');
  const servers = new Servers();
  preparePackets(client, servers);
  answerInteractions(client, {
    knowledge: new Knowledge(prepare(loadFactBase(SMALL_MUSEUM))),
    commands: [random, { ...sources, reply: broken }],
    language: 'en',
    running: () => ({ version: '0', latency: undefined }),
    seal: new Seal(TOKEN),
    log: pino(written),
    inFlight: new InFlight(),
    servers,
    figures: noFigures,
  });
  await logIn(client, TOKEN, discord.standIn.api);
});
afterEach(async () => {
  await client.destroy();
  await discord.standIn.stop();
});

test('a mistake in a command: kind words with a reference to its cause in the log; the next one works', async () => {
  const told = messageOf(await useCommand(server, 'sources', { fact: 'ifla' }, discord.standIn));
  const reference = /[0-9a-f]{8}/.exec(textOf(told))?.[0];
  expect(textOf(told)).toMatch(/went wrong/);
  expect(textOf(told)).not.toContain('a mistake of ours');
  expect(isPrivate(told)).toBe(true);
  const cause = log.split('\n').find((line) => line.includes(reference ?? 'no reference'));
  expect(cause).toMatch(/a mistake of ours[\s\S]*broken-command/);
  expect(messageOf(await useCommand(server, 'random', {}, discord.standIn)).embeds).toHaveLength(1);
});
