import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type OptionValues, typeOption, useCommand } from '../../src/playground/stand-in/people.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { messageOf, mistakes, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
});
afterAll(async () => {
  expect(mistakes(discord)).toEqual([]);
  await bot.stop();
  await discord.standIn.stop();
});

/** What is offered while an option is typed. */
async function offered(command: string, option: string, typed: string, more: OptionValues = {}) {
  const acting = { user: discord.reader, channel: discord.general };
  const outcome = await typeOption(acting, command, { ...more, [option]: typed }, option, discord.standIn);
  if (outcome.kind !== 'choices') throw new Error(`It was ${outcome.kind}.`);
  return outcome.choices;
}

const OPTIONS: [command: string, option: string, half: string, typo: string, finds: RegExp][] = [
  ['ask', 'question', 'statues fac', 'azerbaijani literatre cornr', /corner|statues/],
  ['sources', 'fact', 'statues fac', 'azerbaijani literatre cornr', /corner|statues/],
  ['library', 'name', 'azerb', 'national', /azerbaijan-national-library/],
  ['memberships', 'organisation', 'conf', 'eurasia', /cdnl|bae|cenl/],
  ['events', 'event', 'days', 'kazakh', /kz-2023|kazakh|culture-days/],
  ['compare', 'topic', 'hold', 'memb', /holdings|memberships/],
  ['random', 'topic', 'foun', 'cere', /founding|ceremony/],
];

describe.each(OPTIONS)('/%s %s', (command, option, half, typo, finds) => {
  test('nothing typed: something to choose', async () => {
    const choices = await offered(command, option, '');
    expect(choices.length).toBeGreaterThan(1);
    expect(choices.length).toBeLessThanOrEqual(25);
    expect(new Set(choices.map(({ name }) => name)).size).toBe(choices.length);
  });

  test('half a word, and a slip, find it', async () => {
    for (const typed of [half, typo])
      expect((await offered(command, option, typed)).map(({ value }) => value).join()).toMatch(finds);
  });

  test('what is like nothing breaks nothing', async () => {
    for (const typed of ['zzqqxx', '!^=|', '👩‍👩‍👧', 'ə'.repeat(400)])
      expect((await offered(command, option, typed)).length).toBeLessThanOrEqual(25);
  });
});

test('a choice may be sent as its value, as its name, or typed out by hand', async () => {
  const [choice] = await offered('ask', 'question', 'Architect of the');
  if (choice === undefined) throw new Error('Nothing was offered.');
  const acting = { user: discord.reader, channel: discord.general };
  for (const question of [choice.value, choice.name, String(choice.name).toUpperCase()]) {
    const reply = messageOf(await useCommand(acting, 'ask', { question }, discord.standIn));
    expect(textOf(reply), String(question)).toContain(String(choice.value));
  }
});

test('an option that completes nothing is answered with an empty list, not with silence', async () => {
  const acting = { user: discord.reader, channel: discord.general };
  const [command] = discord.standIn.world.commands.get('global') ?? [];
  if (command?.type !== 1) throw new Error('No command is registered.');
  command.options?.push({ type: 3, name: 'extra', description: 'x', autocomplete: true });
  const outcome = await typeOption(
    acting,
    command.name,
    { question: 'x', extra: 'y' },
    'extra',
    discord.standIn,
  );
  expect(outcome).toEqual({ kind: 'choices', choices: [] });
});
