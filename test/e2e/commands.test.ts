import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/facts/languages.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import {
  type Acting,
  type OptionValues,
  say,
  useCommand,
  useMessageMenu,
} from '../../src/playground/stand-in/people.ts';
import { FACTS } from '../knowledge.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { isPrivate, messageOf, mistakes, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
});
afterAll(async () => {
  expect(mistakes(discord)).toEqual([]);
  expect(await bot.stop()).toBe(0);
  await discord.standIn.stop();
});

const places = (): Record<string, Acting> => ({
  'a server': { user: discord.reader, channel: discord.general },
  'a direct message': { user: discord.reader, channel: discord.direct },
  'a private channel': { user: discord.reader, channel: discord.among },
});

const use = async (place: string, name: string, options: OptionValues) => {
  const acting = places()[place];
  if (acting === undefined) throw new Error(place);
  return messageOf(await useCommand(acting, name, options, discord.standIn));
};

/** Each command with each of its options, and what its reader must see. */
const USES: [name: string, options: OptionValues, says: RegExp][] = [
  [
    'ask',
    { question: 'baku holdings' },
    /^Azerbaijan National Library, Baku · Holdings[\s\S]*Over 5 million/,
  ],
  ['ask', { question: 'az-architect' }, /Mikayil Useynov/],
  ['ask', { question: 'Architect of the Azerbaijan National Library building' }, /Useynov|did you mean/i],
  [
    'ask',
    { question: 'when was it founded', library: 'national-library-of-kazakhstan-almaty' },
    /31 December 1910/,
  ],
  ['ask', { question: 'when was it founded', library: 'Astana' }, /2004, by Government resolution/],
  [
    'ask',
    { question: 'what are the opening hours' },
    /Not among my facts[\s\S]*Try for example[\s\S]*ask a librarian/,
  ],
  ['ask', { question: 'number of books of the corner in astana maybe' }, /./],
  ['ask', { question: 'hello' }, /Hello!/],
  ['ask', { question: '   ' }, /Ask me something/],
  [
    'library',
    { name: 'azerbaijan-national-library' },
    /City\nBaku[\s\S]*Founding\n23 May 1923[\s\S]*Karim Tahirov[\s\S]*anl\.az/,
  ],
  ['library', { name: 'almaty' }, /^National Library of Kazakhstan, Almaty/],
  ['library', { name: 'Atlantis' }, /no such library[\s\S]*Baku[\s\S]*Astana/],
  ['holdings', {}, /Baku: Over 5 million[\s\S]*Astana: Approximately 7 million[\s\S]*Not to be taken for/],
  ['holdings', { library: 'azerbaijan-national-library' }, /^Azerbaijan National Library, Baku · Holdings/],
  ['founded', {}, /Earlier, by 81 years: Azerbaijan National Library/],
  ['founded', { library: 'kazakhstan-national-academic-library' }, /2004/],
  ['memberships', {}, /CENL[\s\S]*IFLA/],
  ['memberships', { library: 'azerbaijan-national-library' }, /Memberships/],
  ['memberships', { organisation: 'ifla' }, /IFLA/],
  ['memberships', { organisation: 'Library Assembly of Eurasia', library: 'Almaty' }, /Since 1993/],
  ['memberships', { organisation: 'the moon society' }, /no such membership/],
  [
    'events',
    {},
    /Days of Azerbaijani Culture in Kazakhstan, 2024[\s\S]*Who took part[\s\S]*Karim Tahirov[\s\S]*Page 1 of/,
  ],
  ['events', { event: 'days-of-kazakh-culture-2023' }, /Days of Kazakh Culture/],
  ['events', { event: 'Olympic Games' }, /no such event/],
  ['compare', { topic: 'founding' }, /Earlier, by 81 years/],
  ['compare', { topic: 'Holdings' }, /Holdings[\s\S]*Over 5 million/],
  ['compare', { topic: 'holdngs' }, /Holdings/],
  ['compare', { topic: 'zzzz' }, /no such topic/],
  ['timeline', {}, /Timeline[\s\S]*Page 1 of \d+/],
  [
    'timeline',
    { library: 'azerbaijan-national-library', from: 1920, to: 1925 },
    /13 November 1920[\s\S]*23 May 1923/,
  ],
  ['timeline', { from: 2024, to: 1999 }, /first year comes after the last/],
  ['timeline', { from: 1200, to: 1300 }, /Nothing among my facts happened/],
  ['topics', {}, /Topics[\s\S]*Choose a topic/],
  ['topics', { library: 'azerbaijan-national-library' }, /Topics: Azerbaijan National Library/],
  ['random', {}, /Sources/],
  [
    'random',
    { library: 'azerbaijan-national-library', topic: 'founding' },
    /Azerbaijan National Library, Baku · Founding/,
  ],
  ['random', { topic: 'zzzz' }, /no such topic/],
  ['sources', { fact: 'az-holdings-5m' }, /Azernews[\s\S]*How sure\nconfirmed[\s\S]*What disagrees/],
  [
    'sources',
    { fact: 'Holdings of the Azerbaijan National Library according to Azernews' },
    /az-holdings-5m/,
  ],
  ['sources', { fact: 'baku holdings' }, /az-holdings-5m/],
  ['sources', { fact: 'the price of bread' }, /no such fact/],
  ['help', {}, /\/ask[\s\S]*\/about[\s\S]*Mention me[\s\S]*I store nothing/],
  ['about', {}, /Version\n\d+\.\d+\.\d+[\s\S]*228 facts[\s\S]*Türkçe[\s\S]*ms to Discord|not measured yet/],
];

describe.each(['a server', 'a direct message', 'a private channel'])('in %s', (place) => {
  test.each(USES)('/%s %j', async (name, options, says) => {
    expect(textOf(await use(place, name, options))).toMatch(says);
  });
});

test('every library is found by every name it is shown under', async () => {
  const { things } = loadFactBase(FACTS);
  const libraries = things.filter(({ kind, own }) => kind === 'library' && own);
  for (const { id, name, place } of libraries)
    for (const language of LANGUAGES)
      for (const shown of [name[language], `${name[language]}, ${place?.[language]}`]) {
        const reply = await use('a server', 'founded', { library: shown ?? '' });
        const [first] = factsOf(id);
        expect(textOf(reply), shown).toContain(first ?? 'nothing');
      }
});

/** The ids of the facts on a library's founding. */
const factsOf = (library: string) =>
  loadFactBase(FACTS)
    .facts.filter(({ thing, topic }) => thing === library && topic === 'founding')
    .map(({ id }) => id);

const WITH_PRIVATE = {
  ask: { question: 'ifla' },
  library: { name: 'Baku' },
  holdings: {},
  founded: {},
  memberships: {},
  events: {},
  compare: { topic: 'founding' },
  timeline: {},
};

describe('who sees it', () => {
  test.each(Object.entries(WITH_PRIVATE))(
    '/%s is for everyone, or privately for one',
    async (name, options) => {
      expect(isPrivate(await use('a server', name, options))).toBe(false);
      expect(isPrivate(await use('a server', name, { ...options, private: true }))).toBe(true);
      expect(isPrivate(await use('a direct message', name, { ...options, private: true }))).toBe(false);
      expect(isPrivate(await use('a private channel', name, { ...options, private: true }))).toBe(true);
    },
  );

  test('a mistake is shown to whoever made it alone', async () => {
    expect(isPrivate(await use('a server', 'compare', { topic: 'zzzz' }))).toBe(true);
  });
});

describe('"Look up in the facts"', () => {
  test('answers a message, privately', async () => {
    const acting = { user: discord.reader, channel: discord.general };
    const message = say(acting, 'does anybody know when the Baku library was founded?', discord.standIn);
    const reply = messageOf(await useMessageMenu(acting, 'Look up in the facts', message, discord.standIn));
    expect(textOf(reply)).toMatch(/23 May 1923/);
    expect(isPrivate(reply)).toBe(true);
  });

  test('says so where there is no text', async () => {
    const acting = { user: discord.reader, channel: discord.general };
    const message = say(acting, `<@${discord.reader.id}>`, discord.standIn);
    const reply = messageOf(await useMessageMenu(acting, 'Look up in the facts', message, discord.standIn));
    expect(textOf(reply)).toMatch(/no text in that message/);
  });
});

describe('what was not on offer', () => {
  test('an option of the wrong kind gets a clear reply', async () => {
    expect(textOf(await use('a server', 'timeline', { from: 'long ago' }))).toMatch(/could not read/);
    expect(textOf(await use('a server', 'ask', { question: 'ifla', language: 'Türkçe' }))).toMatch(
      /Kaynaklar/,
    );
    expect(textOf(await use('a server', 'ask', { question: 'ifla', language: 'xx' }))).toMatch(
      /could not read/,
    );
  });

  test('a command that is gone gets a clear reply', async () => {
    const [first] = discord.standIn.world.commands.get('global') ?? [];
    if (first === undefined) throw new Error('No command is registered.');
    discord.standIn.world.commands
      .get('global')
      ?.push({ ...first, name: 'gone', type: 1, description: 'x', options: [] });
    expect(textOf(await use('a server', 'gone', {}))).toMatch(/do not know this command/);
  });
});
