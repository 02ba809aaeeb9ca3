import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ChannelType } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, say, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { newChannel, newUser } from '../../src/playground/stand-in/world.ts';
import { unsureQuestion } from '../unsure.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { answerTo, fromBot, idOf, messageOf, textOf } from './told.ts';

const CLOCK = pathToFileURL(path.join(import.meta.dirname, 'clock.mjs')).href;
const WITH_CLOCK = { NODE_OPTIONS: `--import ${CLOCK}` };

let discord: Discord;
let bot: Program;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord, WITH_CLOCK);
});
afterAll(async () => {
  await bot.stop();
  await discord.standIn.stop();
});

let server: Acting;
let direct: Acting;
let mention: string;
const somebody = (): Acting => {
  const user = discord.standIn.addUser(newUser('Somebody'));
  return { user, channel: discord.standIn.directMessage(user) };
};
beforeEach(() => {
  direct = somebody();
  server = { user: direct.user, channel: discord.general };
  mention = `<@${discord.standIn.world.bot.id}>`;
});

const fetches = () =>
  discord.standIn.exchanges.all.filter(
    ({ method, path }) => method === 'GET' && /\/messages\/\d+$/.test(path),
  ).length;

/** Puts the bot's clock forward. */
async function sixMinutes() {
  bot.output = '';
  bot.process.kill('SIGUSR2');
  await bot.until(/The clock is/);
}

const FOUNDED = 'when was the Baku library founded?';
const OF_WHAT = /cannot tell what you ask about/;

describe('in a server', () => {
  test('a reply that mentions is understood from the answer it replies to', async () => {
    const replyTo = await answerTo(discord, server, `${mention} ${FOUNDED}`);
    const before = fetches();
    const answer = await answerTo(discord, server, `${mention} and in Almaty?`, { replyTo });
    expect(textOf(answer)).toMatch(/National Library of Kazakhstan, Almaty · Founding[\s\S]*1910/);
    expect(fetches()).toBe(before);
  });

  test('an older answer can be replied to as well', async () => {
    const replyTo = await answerTo(discord, server, `${mention} what is ifla`);
    await answerTo(discord, server, `${mention} ${FOUNDED}`);
    expect(textOf(await answerTo(discord, server, `${mention} when was it founded`, { replyTo }))).toMatch(
      /1927/,
    );
  });

  test('from an answer that Discord did not send along', async () => {
    const replyTo = await answerTo(discord, server, `${mention} ${FOUNDED}`);
    discord.standIn.sendsReplied = false;
    const before = fetches();
    const answer = await answerTo(discord, server, `${mention} and in Almaty?`, { replyTo });
    discord.standIn.sendsReplied = true;
    expect(textOf(answer)).toMatch(/Almaty · Founding/);
    expect(fetches()).toBe(before + 1);
  });

  test('where it cannot be had either, the question is answered by itself', async () => {
    const replyTo = await answerTo(discord, server, `${mention} ${FOUNDED}`);
    discord.standIn.sendsReplied = false;
    discord.standIn.faults.push(({ method, path }) =>
      method === 'GET' && path.endsWith(replyTo.id)
        ? Response.json({ code: 10008, message: 'Unknown Message' }, { status: 404 })
        : undefined,
    );
    const answer = await answerTo(discord, server, `${mention} when?`, { replyTo });
    discord.standIn.faults.pop();
    discord.standIn.sendsReplied = true;
    expect(textOf(answer)).toMatch(OF_WHAT);
  });

  test('from side by side, as from an answer in plain text', async () => {
    const both = await answerTo(
      discord,
      server,
      `${mention} when were the libraries founded, Baku or Astana?`,
    );
    expect(textOf(await answerTo(discord, server, `${mention} the other one?`, { replyTo: both }))).toMatch(
      /Almaty · Founding/,
    );
    discord.general.denied.add('embeds');
    const plain = await answerTo(discord, server, `${mention} what is ifla?`);
    discord.general.denied.clear();
    expect(plain.embeds).toEqual([]);
    expect(
      textOf(await answerTo(discord, server, `${mention} when was it founded`, { replyTo: plain })),
    ).toMatch(/1927/);
  });

  test('from an answer that was deleted, nothing is understood', async () => {
    const replyTo = await answerTo(discord, server, `${mention} ${FOUNDED}`);
    discord.standIn.delete(replyTo, server.channel);
    const before = fetches();
    expect(textOf(await answerTo(discord, server, `${mention} when?`, { replyTo }))).toMatch(OF_WHAT);
    expect(fetches()).toBe(before);
  });

  test('in a thread as well', async () => {
    const thread = newChannel(ChannelType.PublicThread, 'the library', discord.guild.id);
    discord.standIn.world.channels.set(thread.id, thread);
    const inThread = { user: server.user, channel: thread };
    const replyTo = await answerTo(discord, inThread, `${mention} ${FOUNDED}`);
    const answer = await answerTo(discord, inThread, `${mention} and in Almaty?`, { replyTo });
    expect(textOf(answer)).toMatch(/Almaty · Founding/);
  });

  test("another person's message is no context", async () => {
    const asked = say(server, `${mention} ${FOUNDED}`, discord.standIn);
    await expect
      .poll(() =>
        fromBot(discord, server.channel).some((one) => one.message_reference?.message_id === asked.id),
      )
      .toBe(true);
    const answer = await answerTo(discord, server, `${mention} when?`, { replyTo: asked });
    expect(textOf(answer)).toMatch(OF_WHAT);
  });

  test('without a reply there is none either', async () => {
    await answerTo(discord, server, `${mention} ${FOUNDED}`);
    expect(textOf(await answerTo(discord, server, `${mention} when?`))).toMatch(OF_WHAT);
  });

  test('the same words under two answers get two replies', async () => {
    const one = await answerTo(discord, server, `${mention} what is ifla`);
    const other = await answerTo(discord, server, `${mention} what is cdnl`);
    expect(
      textOf(await answerTo(discord, server, `${mention} when was it founded`, { replyTo: one })),
    ).toMatch(/1927/);
    expect(
      textOf(await answerTo(discord, server, `${mention} when was it founded`, { replyTo: other })),
    ).toMatch(/1974/);
  });

  test('a short one is answered in the language of the answer', async () => {
    const replyTo = await answerTo(
      discord,
      server,
      `${mention} Что такое Уголок азербайджанской литературы?`,
    );
    expect(textOf(await answerTo(discord, server, `${mention} where?`, { replyTo }))).toMatch(/Астан/);
  });
});

describe('in a direct message', () => {
  test('the next question follows on the last answer', async () => {
    await answerTo(discord, direct, 'what is the memorandum of 2024 about?');
    expect(textOf(await answerTo(discord, direct, 'who signed it?'))).toMatch(/Karim Tahirov/);
    expect(textOf(await answerTo(discord, direct, 'says who?'))).toMatch(/^Sources|\nSources: /);
  });

  test('on the reply to a command too', async () => {
    messageOf(await useCommand(direct, 'ask', { question: 'what is ifla' }, discord.standIn));
    expect(textOf(await answerTo(discord, direct, 'when was it founded'))).toMatch(/1927/);
  });

  test('a reply goes before the last answer', async () => {
    const replyTo = await answerTo(discord, direct, 'what is ifla');
    await answerTo(discord, direct, FOUNDED);
    expect(textOf(await answerTo(discord, direct, 'when was it founded', { replyTo }))).toMatch(/1927/);
  });

  test('what was refused is followed by nothing', async () => {
    await answerTo(discord, direct, FOUNDED);
    expect(textOf(await answerTo(discord, direct, 'and its opening hours?'))).toMatch(
      /opening hours: those are not/,
    );
    expect(textOf(await answerTo(discord, direct, 'when?'))).toMatch(OF_WHAT);
  });

  test('nothing passes from one to another', async () => {
    await answerTo(discord, direct, FOUNDED);
    expect(textOf(await answerTo(discord, somebody(), 'when?'))).toMatch(OF_WHAT);
  });

  test('on what a button has put in place of what was offered', async () => {
    const { question, id, title } = await unsureQuestion();
    const offered = await answerTo(discord, direct, question);
    await useComponent(direct, offered, idOf(offered, new RegExp(`^${title}`)), undefined, discord.standIn);
    expect(textOf(await answerTo(discord, direct, 'says who?'))).toMatch(
      new RegExp(`^Sources[\\s\\S]*${id}`, 'm'),
    );
  });

  test('still after six minutes, and not after twelve; a reply still does', async () => {
    const replyTo = await answerTo(discord, direct, 'what is ifla');
    await sixMinutes();
    expect(textOf(await answerTo(discord, direct, 'says who?'))).toMatch(/Sources/);
    await sixMinutes();
    await sixMinutes();
    expect(textOf(await answerTo(discord, direct, 'when?'))).toMatch(OF_WHAT);
    expect(textOf(await answerTo(discord, direct, 'when was it founded', { replyTo }))).toMatch(/1927/);
  });

  test('a picture that arrives later is no answer', async () => {
    const compared = messageOf(await useCommand(direct, 'compare', { topic: 'holdings' }, discord.standIn));
    await answerTo(discord, direct, 'who is the director of the azerbaijan library');
    await expect.poll(() => compared.attachments.length).toBe(1);
    expect(textOf(await answerTo(discord, direct, 'and in kazakhstan?'))).toMatch(/Directors/);
  });

  test('not after a restart; a reply still does', async () => {
    const replyTo = await answerTo(discord, direct, 'what is ifla');
    await bot.stop();
    bot = await startBot(discord, WITH_CLOCK);
    expect(textOf(await answerTo(discord, direct, 'when?'))).toMatch(OF_WHAT);
    expect(textOf(await answerTo(discord, direct, 'when was the Baku library founded'))).toMatch(
      /23 May 1923/,
    );
    expect(textOf(await answerTo(discord, direct, 'when was it founded', { replyTo }))).toMatch(/1927/);
  });
});
