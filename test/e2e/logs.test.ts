import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { ChannelType } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  say,
  typeOption,
  useCommand,
  useComponent,
  useMessageMenu,
} from '../../src/playground/stand-in/people.ts';
import { newMessage } from '../../src/playground/stand-in/shapes.ts';
import { newChannel, newGuild, newUser } from '../../src/playground/stand-in/world.ts';
import { passingFolder } from '../facts/broken.ts';
import { type Discord, deploy, type Program, settingsFor, startBot, startDiscord, TOKEN } from './discord.ts';
import { messageOf } from './told.ts';

/** Whatever holds this is nobody's business. */
const SECRET = 'geheim';

let discord: Discord;
let bot: Program;
beforeEach(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  const file = path.join(passingFolder('token-'), 'token');
  writeFileSync(file, `${TOKEN}\n`);
  bot = await startBot(discord, {
    ...settingsFor(discord),
    DISCORD_TOKEN: undefined,
    DISCORD_TOKEN_FILE: file,
    LOG_LEVEL: 'debug',
    HEALTH_PORT: '0',
  });
});
afterEach(async () => {
  expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

/** How Discord may fail, with a reply in which everything stands that was sent. */
const FAILURES = [
  () => Response.json({ code: 50035, message: 'Invalid Form Body' }, { status: 400 }),
  () => Response.json({ code: 50013, message: 'Missing Permissions' }, { status: 403 }),
  () => Response.json({ code: 10062, message: 'Unknown interaction' }, { status: 404 }),
  () => new Response('<html>geheim</html>', { status: 502, headers: { 'content-type': 'text/html' } }),
  () => new Response('not JSON: geheim', { status: 200, headers: { 'content-type': 'application/json' } }),
  () =>
    Response.json(
      { message: 'You are being rate limited.', retry_after: 30, global: false },
      { status: 429, headers: { 'retry-after': '30', 'x-ratelimit-scope': 'shared' } },
    ),
];

test('nothing of what people write or who they are gets into the log, whatever fails; nor does the token', async () => {
  const { standIn } = discord;
  const somebody = standIn.addUser(newUser(SECRET));
  const guild = newGuild(SECRET);
  const channel = newChannel(ChannelType.GuildText, SECRET, guild.id);
  guild.channels.push(channel);
  standIn.addGuild(guild);
  const acting = { user: somebody, channel };
  const direct = { user: somebody, channel: standIn.directMessage(somebody) };
  const card = messageOf(await useCommand(acting, 'holdings', {}, standIn));
  let failure: (() => Response) | undefined;
  standIn.faults.push(({ method }) => (method === 'GET' ? undefined : failure?.()));
  const everything = () =>
    Promise.all([
      useCommand(acting, 'ask', { question: SECRET }, standIn),
      useCommand(acting, 'ask', { question: `ifla ${SECRET}`, private: true, [SECRET]: SECRET }, standIn),
      useCommand(acting, 'holdings', { library: SECRET, language: SECRET }, standIn),
      typeOption(acting, 'ask', { question: SECRET }, 'question', standIn),
      useComponent(acting, card, SECRET, [SECRET], standIn),
      useComponent(acting, card, `card?fact=${SECRET}`, undefined, standIn),
      useMessageMenu(
        acting,
        'Look up in the facts',
        newMessage({ content: SECRET }, channel, somebody, standIn.world),
        standIn,
      ),
    ]);
  for (const fails of [undefined, ...FAILURES]) {
    failure = fails;
    say(acting, `<@${standIn.world.bot.id}> ${SECRET}`, standIn);
    say(direct, SECRET, standIn);
    await everything();
  }
  failure = undefined;
  standIn.gateway.sendRaw(`${SECRET} is no JSON`);
  standIn.gateway.sendRaw(
    JSON.stringify({
      op: 0,
      t: 'INTERACTION_CREATE',
      s: 999,
      d: { id: SECRET, token: SECRET, type: 2, data: SECRET },
    }),
  );
  standIn.gateway.sendRaw(
    JSON.stringify({ op: 0, t: 'MESSAGE_CREATE', s: 1_000, d: { id: '1', content: SECRET } }),
  );
  await expect
    .poll(async () => (await useCommand(acting, 'ask', { question: 'ifla' }, standIn)).kind, {
      timeout: 30_000,
    })
    .toBe('message');
  // Each failure was told of: silence would prove nothing.
  const lines = bot.output.trim().split('\n');
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  const secrets = [SECRET, TOKEN, somebody.id, channel.id, guild.id, direct.channel.id, 'interaction-'];
  const telling = lines.filter((line) => secrets.some((secret) => line.toLowerCase().includes(secret)));
  expect(telling).toEqual([]);
});
