import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/facts/languages.ts';
import { type Acting, say, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { newGuild, newUser } from '../../src/playground/stand-in/world.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { idOf, messageOf, mistakes, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
let server: Acting;
let russian: Acting;
let direct: Acting;
beforeAll(async () => {
  discord = await startDiscord();
  const guild = newGuild('Читатели', 'ru');
  discord.standIn.addGuild(guild);
  await deploy(discord, '--global');
  bot = await startBot(discord);
  server = { user: discord.reader, channel: discord.general };
  const [channel] = guild.channels;
  if (channel === undefined) throw new Error('A server has a channel.');
  russian = { user: discord.reader, channel };
  direct = { user: discord.reader, channel: discord.direct };
});
afterAll(async () => {
  expect(mistakes(discord)).toEqual([]);
  await bot.stop();
  await discord.standIn.stop();
});

/** By what a reply shows its language: the label of its sources. */
const SOURCES = {
  en: /^Sources$/m,
  az: /^Mənbələr$/m,
  kk: /^Дереккөздер$/m,
  ru: /^Источники$/m,
  tr: /^Kaynaklar$/m,
};

const ASKED = {
  en: 'when was the Baku library founded',
  az: 'Bakıdakı kitabxana nə vaxt yaradılıb',
  kk: 'Бакудегі кітапхана қашан ашылды',
  ru: 'когда основана библиотека в Баку',
  tr: "Bakü'deki kütüphane ne zaman kuruldu",
};

const ask = async (acting: Acting, options: Record<string, string | boolean>, locale = 'en-US') =>
  messageOf(await useCommand({ ...acting, locale }, 'ask', options, discord.standIn));

describe.each(LANGUAGES)('in %s', (language) => {
  test('among others a question is answered in its own language', async () => {
    const reply = await ask(russian, { question: ASKED[language] });
    expect(textOf(reply)).toMatch(SOURCES[language]);
    expect(textOf(reply)).toMatch(/1923/);
  });

  test('alone too, where it is plain, whatever the client speaks', async () => {
    expect(textOf(await ask(server, { question: ASKED[language], private: true }, 'en-GB'))).toMatch(
      SOURCES[language],
    );
  });

  test('the language option wins', async () => {
    expect(textOf(await ask(russian, { question: ASKED.tr, language }))).toMatch(SOURCES[language]);
  });

  test('a direct message', async () => {
    const user = discord.standIn.addUser(newUser('Somebody'));
    const channel = discord.standIn.directMessage(user);
    say({ user, channel }, ASKED[language], discord.standIn);
    await expect.poll(() => channel.messages.length).toBe(2);
    const [, answer] = channel.messages;
    expect(answer === undefined ? '' : textOf(answer)).toMatch(SOURCES[language]);
  });

  test('every command speaks it throughout, and its buttons keep to it', async () => {
    const uses: [string, Record<string, string>][] = [
      ['holdings', { library: 'azerbaijan-national-library' }],
      ['founded', {}],
      ['memberships', {}],
      ['library', { name: 'azerbaijan-national-library' }],
      ['events', {}],
      ['compare', { topic: 'holdings' }],
      ['timeline', {}],
      ['topics', {}],
      ['sources', { fact: 'az-holdings-5m' }],
      ['help', {}],
      ['about', {}],
    ];
    for (const [name, options] of uses) {
      const reply = messageOf(await useCommand(server, name, { ...options, language }, discord.standIn));
      // English sentences must not be left in other languages; names of works and sites may be.
      if (language !== 'en')
        expect(textOf(reply), name).not.toMatch(
          /\b(the library|Page \d|Note|Sources|As of|When|confirmed by|Choose|from public)\b/,
        );
    }
    const card = messageOf(
      await useCommand(server, 'holdings', { library: 'Baku', language }, discord.standIn),
    );
    const other = idOf(card, /Astana|Астана/);
    expect(textOf(messageOf(await useComponent(server, card, other, undefined, discord.standIn)))).toMatch(
      SOURCES[language],
    );
  });
});

describe('what decides where the question does not', () => {
  test('in a server its language', async () => {
    expect(textOf(await ask(russian, { question: 'IFLA' }))).toMatch(SOURCES.ru);
    expect(textOf(await ask(server, { question: 'IFLA' }))).toMatch(SOURCES.en);
  });

  test('alone the language of the client', async () => {
    expect(textOf(await ask(russian, { question: 'IFLA', private: true }, 'tr'))).toMatch(SOURCES.tr);
    expect(textOf(await ask(direct, { question: 'IFLA' }, 'ru'))).toMatch(SOURCES.ru);
    expect(textOf(await ask(direct, { question: 'IFLA' }, 'fr'))).toMatch(SOURCES.en);
  });
});
