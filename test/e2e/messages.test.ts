import { ChannelType, GatewayDispatchEvents, MessageType } from 'discord-api-types/v10';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Acting, type Said, say } from '../../src/playground/stand-in/people.ts';
import { newMessage } from '../../src/playground/stand-in/shapes.ts';
import { newUser } from '../../src/playground/stand-in/world.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { answerTo, fromBot, textOf } from './told.ts';

let discord: Discord;
let bot: Program;
beforeAll(async () => {
  discord = await startDiscord();
  await deploy(discord, '--global');
  bot = await startBot(discord);
});
afterAll(async () => {
  await bot.stop();
  await discord.standIn.stop();
});

let server: Acting;
let direct: Acting;
let mention: string;
beforeEach(() => {
  // Somebody new each time: nobody's questions count for another.
  const user = discord.standIn.addUser(newUser('Somebody'));
  server = { user, channel: discord.general };
  direct = { user, channel: discord.standIn.directMessage(user) };
  mention = `<@${discord.standIn.world.bot.id}>`;
});

/** What is said here must stay unanswered; something said after it is answered, so it was not merely slow. */
async function expectSilence(acting: Acting, content: string, said?: Said): Promise<void> {
  const before = fromBot(discord, acting.channel).length;
  say(acting, content, discord.standIn, said);
  const marker = { ...server, channel: acting.channel };
  await answerTo(discord, marker, `${mention} ifla`);
  expect(fromBot(discord, acting.channel).length).toBe(before + 1);
}

describe('a direct message', () => {
  test('is a question', async () => {
    const answer = await answerTo(discord, direct, 'when was the Baku library founded?');
    expect(textOf(answer)).toMatch(/23 May 1923/);
    expect(answer.message_reference?.message_id).toBe(direct.channel.messages.at(-2)?.id);
  });

  test('"help" and an empty one get the help', async () => {
    expect(textOf(await answerTo(discord, direct, 'Help'))).toMatch(/What I can do/);
    expect(textOf(await answerTo(discord, direct, '  '))).toMatch(/What I can do/);
  });

  test('what is not in the facts gets a kind reply', async () => {
    expect(textOf(await answerTo(discord, direct, 'opening hours?'))).toMatch(/opening hours: those are not/);
  });
});

describe('in a server', () => {
  test.each([
    ['before', (at: string) => `${at} when was the Baku library founded?`],
    ['after', (at: string) => `when was the Baku library founded? ${at}`],
    ['within', (at: string) => `hey ${at} when was the Baku library founded`],
    ['in the old form', (at: string) => `${at.replace('@', '@!')} when was the Baku library founded`],
  ])('a mention %s the question', async (_, write) => {
    expect(textOf(await answerTo(discord, server, write(mention)))).toMatch(/23 May 1923/);
  });

  test('a bare mention gets the help', async () => {
    expect(textOf(await answerTo(discord, server, mention))).toMatch(/What I can do/);
  });

  test('a reply that also mentions is answered', async () => {
    const replyTo = await answerTo(discord, server, `${mention} ifla`);
    expect(
      textOf(await answerTo(discord, server, `${mention} when was the Baku library founded`, { replyTo })),
    ).toMatch(/23 May 1923/);
  });

  test('the message that opens a thread of a forum is answered, though both bear one id', async () => {
    const { standIn, general, guild } = discord;
    const message = newMessage({ content: `${mention} ifla` }, general, server.user, standIn.world);
    standIn.dispatch({
      event: GatewayDispatchEvents.ThreadCreate,
      data: () => ({ id: message.id, guild_id: guild.id, type: ChannelType.PublicThread }),
      guildId: guild.id,
    });
    standIn.post(message, general);
    await expect
      .poll(() => general.messages.some((one) => one.message_reference?.message_id === message.id))
      .toBe(true);
  });

  test('without a mention: silence', () => expectSilence(server, 'when was the Baku library founded?'));

  test('the ping of a reply is no mention', async () => {
    const replyTo = await answerTo(discord, server, `${mention} ifla`);
    await expectSilence(server, 'thanks, when was it founded?', { replyTo });
  });

  test('@everyone is no mention', () =>
    expectSilence(server, '@everyone when was it founded', { everyone: true }));

  test('someone else is mentioned', () => expectSilence(server, `<@${server.user.id}> when was it founded`));
});

describe('who is no person', () => {
  test('other bots', () =>
    expectSilence({ ...server, user: discord.standIn.addUser(newUser('Robot', true)) }, `${mention} ifla`));
  test('webhooks', () => expectSilence(server, `${mention} ifla`, { webhook: true }));
  test('system messages', () => expectSilence(server, `${mention} ifla`, { type: MessageType.UserJoin }));
});

describe('where the bot may not do everything', () => {
  test('no embeds: the answer is plain text', async () => {
    discord.general.denied.add('embeds');
    const answer = await answerTo(discord, server, `${mention} when was the Baku library founded`);
    discord.general.denied.clear();
    expect(answer.embeds).toEqual([]);
    expect(answer.content).toMatch(/23 May 1923[\s\S]*\]\(<https:/);
  });

  test('no reading back: the answer points at nothing', async () => {
    let refused = false;
    discord.standIn.faults.push(({ path }) => {
      if (refused || !path.endsWith('/messages')) return undefined;
      refused = true;
      return Response.json(
        { code: 160002, message: 'Cannot reply without permission to read message history' },
        { status: 400 },
      );
    });
    const answer = await answerTo(discord, server, `${mention} when was the Baku library founded`);
    discord.standIn.faults.pop();
    expect(answer.content).toMatch(/23 May 1923/);
    expect(answer.message_reference).toBeUndefined();
  });

  test('no messages at all: quiet, and it goes on answering elsewhere', async () => {
    const before = fromBot(discord, discord.general).length;
    discord.general.denied.add('messages');
    say(server, `${mention} ifla`, discord.standIn);
    expect(textOf(await answerTo(discord, direct, 'ifla'))).toMatch(/International Federation/);
    await bot.until(/no permission to write in that channel/);
    discord.general.denied.clear();
    expect(fromBot(discord, discord.general).length).toBe(before);
  });
});

const HARMFUL = [
  '@everyone @here who founded it',
  '<@&123456789012345678> <@123456789012345678> <#123456789012345678> who are you',
  '[click](https://evil.example) **bold** ||spoiler|| `code`',
  '```js\nprocess.exit()\n``` > quote # heading',
  'https://evil.example discord.gg/evil',
  '\u202Etxet drawkcab \u0000\u0007',
  'x'.repeat(4000),
  '𝕬𝖐𝖍𝖚𝖓𝖉𝖔𝖛 👩‍👩‍👧‍👦',
];

test.each(HARMFUL)('%j comes back harmless', async (content) => {
  const { standIn } = discord;
  for (const [acting, text] of [
    [direct, content],
    [server, `${mention} ${content}`],
  ] as const) {
    const answer = await answerTo(discord, acting, text);
    expect(textOf(answer)).not.toMatch(/evil|@everyone|@here|<@|<#|spoiler|drawkcab|process\.exit|xxxx/);
    expect(answer.mentions).toEqual([]);
  }
  for (const { body, path } of standIn.exchanges.all)
    if (/messages$/.test(path)) expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
});

test('a flood: answers, then one kind word, then quiet; others are answered meanwhile', async () => {
  for (let count = 0; count < 40; count++) say(direct, 'ifla', discord.standIn);
  const other = { ...direct, user: discord.standIn.addUser(newUser('Other')) };
  other.channel = discord.standIn.directMessage(other.user);
  await answerTo(discord, other, 'ifla');
  await expect.poll(() => fromBot(discord, direct.channel).length).toBe(21);
  const kind = fromBot(discord, direct.channel).filter((message) =>
    /a lot of questions/.test(textOf(message)),
  );
  expect(kind).toHaveLength(1);
});
