import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Acting, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { type Message, newUser } from '../../src/playground/stand-in/world.ts';
import { unsureQuestion } from '../unsure.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { componentsOf, entriesOf, idOf, isPrivate, messageOf, mistakes, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
let server: Acting;
let direct: Acting;
let stranger: Acting;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
  server = { user: discord.reader, channel: discord.general };
  direct = { user: discord.reader, channel: discord.direct };
  stranger = { user: discord.standIn.addUser(newUser('Dana')), channel: discord.general };
});
afterAll(async () => {
  expect(mistakes(discord)).toEqual([]);
  await bot.stop();
  await discord.standIn.stop();
});

/** A message, as asked for before the bot was stopped and another took its place. */
async function beforeRestart(
  ...use: [Acting, string, Record<string, string | boolean | number>]
): Promise<Message> {
  const message = messageOf(await useCommand(...use, discord.standIn));
  await bot.stop();
  bot = await startBot(discord);
  return message;
}

const press = (acting: Acting, message: Message, said: RegExp) =>
  useComponent(acting, message, idOf(message, said), undefined, discord.standIn);
const choose = (acting: Acting, message: Message, said: RegExp, value: string) =>
  useComponent(acting, message, idOf(message, said), [value], discord.standIn);

describe('after a restart, in the hands of a stranger', () => {
  test('"Did you mean" puts the answer in its own place', async () => {
    const { question, id, title } = await unsureQuestion();
    const offered = await beforeRestart(server, 'ask', { question });
    expect(textOf(offered)).toMatch(/Did you mean/);
    expect(componentsOf(offered).length).toBeLessThanOrEqual(5);
    const outcome = await press(stranger, offered, new RegExp(`^${title}`));
    expect(outcome.kind).toBe('updated');
    expect(messageOf(outcome).id).toBe(offered.id);
    expect(textOf(messageOf(outcome))).toContain(id);
    expect(textOf(messageOf(outcome))).not.toMatch(/Did you mean/);
  });

  test('the other library, sources and related facts are answered beside it, to whoever asked', async () => {
    const card = await beforeRestart(server, 'holdings', { library: 'azerbaijan-national-library' });
    const other = messageOf(await press(stranger, card, /Same for Astana/));
    expect(textOf(other)).toMatch(/^National Academic Library of Kazakhstan/);
    const sources = messageOf(await press(stranger, card, /Sources/));
    expect(textOf(sources)).toMatch(/How sure/);
    const [entry] = entriesOf(card, idOf(card, /More on this/));
    const related = messageOf(await choose(stranger, card, /More on this/, entry?.value ?? ''));
    expect(textOf(related)).toContain(entry?.value ?? 'nothing');
    for (const reply of [other, sources, related]) expect(isPrivate(reply)).toBe(true);
    expect(card.embeds[0]?.title).toMatch(/Over 5 million/);
  });

  test('"Show to everyone" posts a private reply once, as it stands', async () => {
    const card = await beforeRestart(server, 'ask', { question: 'ifla', private: true });
    const before = discord.general.messages.length;
    const outcome = await press(server, card, /Show to everyone/);
    expect(outcome.kind).toBe('updated');
    await expect.poll(() => discord.general.messages.length).toBe(before + 1);
    const shown = discord.general.messages.at(-1);
    if (shown === undefined) throw new Error('Nothing was shown.');
    expect(isPrivate(shown)).toBe(false);
    expect(textOf(shown)).toBe(textOf(card));
    for (const message of [card, shown]) expect(() => idOf(message, /Show to everyone/)).toThrow();
    expect(idOf(shown, /Sources/)).toBeDefined();
  });

  test('"Show to everyone" pressed twice in a hurry posts once; on what all can see it does nothing', async () => {
    const card = messageOf(
      await useCommand(server, 'ask', { question: 'ifla', private: true }, discord.standIn),
    );
    const before = discord.general.messages.length;
    await Promise.all([press(server, card, /Show to everyone/), press(server, card, /Show to everyone/)]);
    await expect.poll(() => discord.general.messages.length).toBe(before + 1);
    const shown = discord.general.messages.at(-1);
    if (shown === undefined) throw new Error('Nothing was shown.');
    const forged = messageOf(await useComponent(stranger, shown, 'show?in=en', undefined, discord.standIn));
    expect(textOf(forged)).toMatch(/do not know this button/);
  });

  test('every topic can be reached', async () => {
    const topics = messageOf(await useCommand(server, 'topics', {}, discord.standIn));
    const menus = componentsOf(topics).flatMap((component) => (component.type === 3 ? [component] : []));
    const values = menus.flatMap(({ options }) => options.map(({ value }) => value));
    expect(values).toContain('languages');
    expect(values).toContain('terms');
    const second = menus[1];
    const facts = messageOf(
      await useComponent(server, topics, second?.custom_id ?? '', ['terms'], discord.standIn),
    );
    expect(textOf(facts)).toMatch(/Terms and places/);
  });

  test('pages of a timeline', async () => {
    const first = await beforeRestart(server, 'timeline', {
      library: 'azerbaijan-national-library',
      from: 1900,
    });
    expect(textOf(first)).toMatch(/Page 1 of/);
    const firstText = textOf(first);
    const second = messageOf(await press(stranger, first, /Next/));
    expect(textOf(second)).toMatch(/Page 2 of/);
    expect(textOf(messageOf(await press(stranger, second, /Previous/)))).toBe(firstText);
  });

  test('pages of an event, and another event', async () => {
    const first = await beforeRestart(server, 'events', {});
    const day = messageOf(await press(stranger, first, /Next/));
    expect(textOf(day)).toMatch(/Programme: 24 September 2024[\s\S]*Page 2 of/);
    const other = messageOf(await choose(stranger, day, /Other events/, 'days-of-kazakh-culture-2023'));
    expect(textOf(other)).toMatch(/Days of Kazakh Culture in Azerbaijan, 2023/);
  });

  test('topics, then facts, then a fact, in one place', async () => {
    const topics = await beforeRestart(server, 'topics', { library: 'azerbaijan-national-library' });
    const facts = messageOf(await choose(server, topics, /Choose a topic/, 'building'));
    const entries = entriesOf(facts, idOf(facts, /Choose a fact/));
    expect(entries.map(({ value }) => value)).toContain('az-architect');
    const fact = messageOf(await choose(server, facts, /Choose a fact/, 'az-architect'));
    expect(textOf(fact)).toMatch(/Useynov/);
    expect(idOf(fact, /Choose a topic/)).toBeDefined();
    expect(fact.id).toBe(topics.id);
  });

  test('another fact by chance', async () => {
    const random = await beforeRestart(server, 'random', { topic: 'building' });
    const another = await press(stranger, random, /Another fact/);
    expect(another.kind).toBe('updated');
    expect(textOf(messageOf(another))).toMatch(/Building/);
  });

  test('a profile leads on to its topics', async () => {
    const profile = await beforeRestart(server, 'library', { name: 'Almaty' });
    const facts = messageOf(await choose(stranger, profile, /Choose a topic/, 'founding'));
    expect(textOf(facts)).toMatch(/Founding: 2 facts/);
  });
});

test('in a direct message nothing needs hiding', async () => {
  const card = messageOf(
    await useCommand(direct, 'holdings', { library: 'Baku', private: true }, discord.standIn),
  );
  expect(() => idOf(card, /Show to everyone/)).toThrow();
  expect(isPrivate(messageOf(await press(direct, card, /Sources/)))).toBe(false);
});

describe('what is no longer there, or never was', () => {
  const FORGED = [
    'card?fact=az-once-was&in=en',
    'other?topic=holdings&thing=atlantis&in=en',
    'timeline?thing=atlantis&page=0&in=en',
    'events?thing=atlantis&page=0&in=en',
  ];
  test.each(FORGED)('%s: it is gone', async (customId) => {
    const message = messageOf(await useCommand(server, 'holdings', {}, discord.standIn));
    const before = textOf(message);
    const reply = messageOf(await useComponent(stranger, message, customId, undefined, discord.standIn));
    expect(textOf(reply)).toMatch(/no longer among mine/);
    expect(isPrivate(reply)).toBe(true);
    expect(textOf(message)).toBe(before);
  });

  const UNKNOWN = [
    'x',
    'card',
    'card?fact=az-holdings-5m&in=xx',
    'card?fact=&in=en',
    'card?fact=az-holdings-5m&in=en&more=1',
    'timeline?page=-1&in=en',
    'timeline?page=a&in=en',
    '__proto__?in=en',
    '😀',
    '?',
  ];
  test.each(UNKNOWN)('%s: never issued', async (customId) => {
    const message = messageOf(await useCommand(server, 'holdings', {}, discord.standIn));
    const reply = messageOf(await useComponent(stranger, message, customId, undefined, discord.standIn));
    expect(textOf(reply)).toMatch(/do not know this button/);
  });

  test('a page too far gives the last one', async () => {
    const message = messageOf(await useCommand(server, 'timeline', {}, discord.standIn));
    const reply = messageOf(
      await useComponent(server, message, 'timeline?page=999&in=en', undefined, discord.standIn),
    );
    expect(textOf(reply)).toMatch(/Page (\d+) of \1/);
  });
});
