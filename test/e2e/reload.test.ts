import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { useCommand } from '../../src/playground/stand-in/people.ts';
import { copyOfMuseum } from '../facts/broken.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { messageOf, mistakes, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
beforeEach(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
});
afterEach(async () => {
  expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

const HOLDINGS = path.join('clock-museum', 'holdings.yaml');

/** How the bot learns that facts were changed. */
const WAYS = [
  { name: 'SIGHUP', settings: {}, told: () => bot.process.kill('SIGHUP') },
  { name: 'WATCH_FACTS', settings: { WATCH_FACTS: 'yes' }, told: () => true },
];

describe.each(WAYS)('$name', ({ settings, told }) => {
  test('changed facts are answered from, broken ones change nothing and say why, replies go on', async () => {
    const folder = copyOfMuseum();
    const file = path.join(folder, HOLDINGS);
    const good = readFileSync(file, 'utf8');
    bot = await startBot(discord, { FACTS_DIR: folder, ...settings });
    const acting = { user: discord.reader, channel: discord.general };
    const answer = async () =>
      textOf(
        messageOf(
          await useCommand(acting, 'ask', { question: 'how many clocks are there' }, discord.standIn),
        ),
      );
    /** Changes the file, and waits for a word of the bot's that matches; it is asked all the while. */
    const change = async (text: string, said: RegExp) => {
      const before = bot.output.length;
      writeFileSync(file, text);
      told();
      do await answer();
      while (!said.test(bot.output.slice(before)));
      return bot.output.slice(before);
    };
    expect(await answer()).toMatch(/Over 900 clocks/);
    await change(good.replaceAll('900', '950'), /facts were changed: \d+ facts, learned/);
    expect(await answer()).toMatch(/Over 950 clocks/);
    const broken = good.replace('confidence: secondary', 'confidence: certainly');
    const line = broken.slice(0, broken.indexOf('certainly')).split('\n').length;
    const said = await change(broken, /broken/);
    expect(said).toMatch(/I go on with the last good ones/);
    expect(said).toContain(`holdings.yaml:${line}`);
    expect(await answer()).toMatch(/Over 950 clocks/);
    await change(good, /facts were changed: \d+ facts, (told|learned)/);
    expect(await answer()).toMatch(/Over 900 clocks/);
    expect(mistakes(discord)).toEqual([]);
  });
});
