import { ChannelType } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../src/facts/languages.ts';
import type { Modal } from '../../src/playground/stand-in/modal-form.ts';
import type { Outcome } from '../../src/playground/stand-in/pending.ts';
import { type Acting, submitModal, useCommand, useComponent } from '../../src/playground/stand-in/people.ts';
import { type Channel, type Message, newChannel, newUser } from '../../src/playground/stand-in/world.ts';
import { wordingIn } from '../../src/replies/wording/wording.ts';
import { type Discord, deploy, type Program, startBot, startDiscord } from './discord.ts';
import { answerTo, componentsOf, idOf, isPrivate, messageOf, textOf } from './told.ts';

const BUTTON = /Something wrong or missing/;

let discord: Discord;
let bot: Program;
let curators: Channel;
beforeAll(async () => {
  discord = await startDiscord();
  curators = newChannel(ChannelType.GuildText, 'curators', discord.guild.id);
  discord.guild.channels.push(curators);
  discord.standIn.addGuild(discord.guild);
  await deploy(discord, '--global');
  bot = await startBot(discord, { FEEDBACK_CHANNEL_ID: curators.id });
});
afterAll(async () => {
  await bot.stop();
  await discord.standIn.stop();
});

let server: Acting;
let direct: Acting;
beforeEach(() => {
  // Each one anew: who has sent three has to wait.
  const user = discord.standIn.addUser(newUser('Aysel'));
  server = { user, channel: discord.general };
  direct = { user, channel: discord.standIn.directMessage(user) };
  curators.messages.splice(0);
});
afterEach(async () => {
  const promised = () => [...discord.standIn.pending.values()].filter(({ awaited }) => awaited !== undefined);
  await expect.poll(promised, { timeout: 20_000 }).toEqual([]);
  curators.denied.clear();
  discord.standIn.faults.splice(0);
  expect(discord.standIn.exchanges.refused().filter(({ path }) => !path.includes(curators.id))).toEqual([]);
});

const command = async (acting: Acting, name: string, options: Record<string, string | boolean> = {}) =>
  messageOf(await useCommand(acting, name, options, discord.standIn));
const ask = (acting: Acting, question: string, more: Record<string, string | boolean> = {}) =>
  command(acting, 'ask', { question, ...more });
const press = (acting: Acting, message: Message, said = BUTTON) =>
  useComponent(acting, message, idOf(message, said), undefined, discord.standIn);

function formOf(outcome: Outcome): Modal {
  if (outcome.kind !== 'modal') throw new Error(`It was ${outcome.kind}.`);
  return outcome.modal;
}

/** The parts of a form, by their customId. */
const partsOf = (modal: Modal) =>
  new Map(
    modal.components.flatMap((part) =>
      part.type === 18 ? [[part.component.custom_id, { ...part, ...part.component, label: part.label }]] : [],
    ),
  );

/** How many messages there were before something was sent. */
let before = 0;

/** Opens the form under a message and sends it off with something written into it. */
async function correct(acting: Acting, message: Message, values: Record<string, string>, said = BUTTON) {
  const form = formOf(await press(acting, message, said));
  before = acting.channel.messages.length;
  return submitModal(acting, form.custom_id, values, discord.standIn);
}

/** The word that was promised after that. */
async function wordAfter({ channel }: Acting): Promise<Message> {
  await expect.poll(() => channel.messages.length, { timeout: 20_000 }).toBeGreaterThan(before);
  const word = channel.messages[before];
  if (word === undefined) throw new Error('Nothing was said.');
  return word;
}

const reported = async (): Promise<Message> => {
  await expect.poll(() => curators.messages.length).toBeGreaterThan(0);
  const message = curators.messages.at(-1);
  if (message === undefined) throw new Error('Nothing came to the curators.');
  return message;
};

const has = (message: Message) => () => idOf(message, BUTTON);

describe('the button', () => {
  test('is under every answer, "did you mean" and refusal, in a server, a direct message and under a mention', async () => {
    for (const acting of [server, direct]) {
      expect(has(await ask(acting, 'ifla'))).not.toThrow();
      expect(has(await ask(acting, 'how many books in baku'))).not.toThrow();
      expect(has(await ask(acting, 'what are the opening hours'))).not.toThrow();
    }
    expect(has(await ask(server, 'ifla', { private: true }))).not.toThrow();
    const mention = `<@${discord.standIn.world.bot.id}>`;
    for (const question of ['ifla', 'how many books in baku', 'who won the world cup?']) {
      expect(has(await answerTo(discord, server, `${mention} ${question}`))).not.toThrow();
      expect(has(await answerTo(discord, direct, question))).not.toThrow();
    }
  });

  test.each<[string, Record<string, string>]>([
    ['holdings', {}],
    ['compare', { topic: 'founding' }],
    ['library', { name: 'Baku' }],
    ['sources', { fact: 'az-architect' }],
    ['timeline', {}],
    ['events', {}],
    ['random', {}],
  ])('is under /%s %j', async (name, options) => {
    expect(has(await command(server, name, options))).not.toThrow();
  });

  test('stands with all others in a private answer with all there can be', async () => {
    const card = await command(server, 'holdings', { library: 'azerbaijan-national-library', private: true });
    expect(componentsOf(card).filter(({ type }) => type === 2)).toHaveLength(5);
    await press(server, card, /Show to everyone/);
    await expect.poll(() => isPrivate(discord.general.messages.at(-1) ?? card)).toBe(false);
    expect(has(discord.general.messages.at(-1) ?? card)).not.toThrow();
  });

  test.each(['help', 'about', 'topics'])('is not under /%s', async (name) => {
    expect(has(await command(server, name))).toThrow();
  });

  test('nor under a greeting or what went wrong', async () => {
    expect(has(await answerTo(discord, direct, 'hello'))).toThrow();
    expect(has(await command(server, 'library', { name: 'Atlantis' }))).toThrow();
  });

  test.each(LANGUAGES)(
    'what becomes of what is sent is told in /help and /about, in %s',
    async (language) => {
      const { name } = { name: wordingIn(language)('corrections.button') };
      for (const one of ['help', 'about'])
        expect(textOf(await command(server, one, { language }))).toContain(name);
    },
  );
});

describe('without FEEDBACK_CHANNEL_ID', () => {
  let without: Discord;
  let plain: Program;
  beforeAll(async () => {
    without = await startDiscord();
    await deploy(without, '--global');
    plain = await startBot(without);
  });
  afterAll(async () => {
    await plain.stop();
    await without.standIn.stop();
  });

  test('there is no button, and nothing is said of it', async () => {
    const acting = { user: without.reader, channel: without.general };
    for (const question of ['ifla', 'how many books in baku', 'what are the opening hours', 'hello'])
      expect(has(messageOf(await useCommand(acting, 'ask', { question }, without.standIn)))).toThrow();
    for (const name of ['help', 'about', 'timeline', 'events'])
      expect(JSON.stringify(messageOf(await useCommand(acting, name, {}, without.standIn)))).not.toMatch(
        /wrong or missing|curators/,
      );
  });

  test('a button from before says so; so does a form', async () => {
    const acting = { user: without.reader, channel: without.general };
    const card = messageOf(await useCommand(acting, 'ask', { question: 'ifla' }, without.standIn));
    const id = 'correct?in=en';
    const pressed = messageOf(await useComponent(acting, card, id, undefined, without.standIn));
    const sent = messageOf(await submitModal(acting, id, { text: 'It is wrong.' }, without.standIn));
    for (const message of [pressed, sent]) {
      expect(textOf(message)).toMatch(/not being taken at the moment/);
      expect(isPrivate(message)).toBe(true);
    }
  });
});

describe('the form', () => {
  test.each(LANGUAGES)('in %s', async (language) => {
    const say = wordingIn(language);
    const card = await ask(server, 'ifla', { language });
    const label = say('corrections.button');
    const form = formOf(await press(server, card, new RegExp(label.replace('?', '\\?'))));
    expect(form.title).toBe(label);
    expect(form.custom_id).toMatch(new RegExp(`^correct\\?fact=[a-z0-9-]+&in=${language}$`));
    const { text, source, question } = Object.fromEntries(partsOf(form));
    expect(text).toMatchObject({
      label: say('corrections.wrong'),
      description: say('corrections.wrongNote'),
      style: 2,
      required: true,
      min_length: 5,
      max_length: 1000,
    });
    expect(source).toMatchObject({ label: say('corrections.source'), style: 1, required: false });
    expect(question).toMatchObject({ label: say('corrections.question'), style: 1, required: false });
    // Nothing had to be cut.
    for (const part of [text, source, question])
      expect(`${form.title}${part?.label}${part?.description}`).not.toContain('…');
  });

  const questionIn = async (acting: Acting, message: Message) =>
    partsOf(formOf(await press(acting, message))).get('question')?.value;

  test('holds the question that was mentioned to the bot or sent to it', async () => {
    const mention = `<@${discord.standIn.world.bot.id}>`;
    expect(await questionIn(server, await answerTo(discord, server, `${mention} ifla?`))).toBe('ifla?');
    expect(await questionIn(direct, await answerTo(discord, direct, 'is baku in ifla'))).toBe(
      'is baku in ifla',
    );
    const long = 'and how many books does the baku library hold '.repeat(20);
    const cut = await questionIn(direct, await answerTo(discord, direct, long));
    expect(cut?.length).toBeLessThanOrEqual(500);
    expect(long).toContain(cut?.replace(/…$/, ''));
  });

  test('holds none where the message of the question has none left: after a command, deleted, or out of reach', async () => {
    expect(await questionIn(server, await ask(server, 'ifla'))).toBeUndefined();
    const answer = await answerTo(discord, direct, 'ifla');
    const asked = direct.channel.messages.find(({ content }) => content === 'ifla');
    direct.channel.messages.splice(direct.channel.messages.indexOf(asked ?? answer), 1);
    expect(await questionIn(direct, answer)).toBeUndefined();
    discord.standIn.exchanges.all.splice(0);
  });

  test('opens in time where the message of the question does not come', async () => {
    const answer = await answerTo(discord, direct, 'ifla');
    discord.standIn.faults.push(({ method, path }) =>
      method === 'GET' && path.includes('/messages/') ? new Promise(() => {}) : undefined,
    );
    expect(await questionIn(direct, answer)).toBeUndefined();
  });

  test('for a fact that is gone meanwhile says that it is gone', async () => {
    const card = await ask(server, 'ifla');
    const gone = 'correct?fact=az-once-was&in=en';
    const word = messageOf(await useComponent(server, card, gone, undefined, discord.standIn));
    expect(textOf(word)).toMatch(/no longer among mine/);
  });
});

describe('what the curators see', () => {
  test('the text, the fact and its file, the source, the question, the language, the way to the answer', async () => {
    const card = await command(server, 'holdings', { library: 'azerbaijan-national-library' });
    const outcome = await correct(server, card, {
      text: 'It is six million by now.\nSee their report.',
      source: 'https://anl.az/report',
      question: 'how many books?',
    });
    expect(outcome.kind).toBe('deferred');
    const message = await reported();
    const lines = textOf(message).split('\n');
    expect(lines[11]).toMatch(/five million|5 million/);
    expect(lines.toSpliced(11, 1)).toEqual([
      'From a reader',
      '```',
      'It is six million by now.',
      'See their report.',
      '```',
      'Source given',
      '`https://anl.az/report`',
      'Question',
      '`how many books?`',
      'Fact',
      '`az-holdings-5m` (`facts/azerbaijan-national-library/holdings.yaml`)',
      'Language',
      'English',
      'Answer',
      `[Open the answer](https://discord.com/channels/${discord.guild.id}/${discord.general.id}/${card.id})`,
    ]);
    const word = await wordAfter(server);
    expect(word.content).toMatch(/^Thank you! What you wrote has gone to the curators/);
    expect(isPrivate(word)).toBe(true);
  });

  test('though Discord fails at the word of thanks: it is said a moment later', async () => {
    let left = 2;
    discord.standIn.faults.push(({ method }) =>
      method === 'PATCH' && left-- > 0 ? new Response('{}', { status: 503 }) : undefined,
    );
    await correct(server, await ask(server, 'ifla'), { text: 'It is wrong.' });
    await reported();
    expect((await wordAfter(server)).content).toMatch(/^Thank you!/);
    discord.standIn.faults.pop();
  });

  test('what did not get through counts for nothing', async () => {
    const fault = () => Response.json({ code: 10062, message: 'Unknown interaction' }, { status: 404 });
    const answer = await ask(server, 'ifla');
    for (let time = 0; time < 3; time++) {
      const form = await press(server, answer, BUTTON);
      expect(form.kind).toBe('modal');
      discord.standIn.faults.push(({ path }) => (path.endsWith('/callback') ? fault() : undefined));
      const sent = submitModal(server, formOf(form).custom_id, { text: 'It is wrong.' }, discord.standIn);
      expect((await sent).kind).toBe('failed');
      discord.standIn.faults.pop();
    }
    expect((await press(server, answer, BUTTON)).kind).toBe('modal');
  });

  test('not who wrote it, and no more than was written', async () => {
    await correct(server, await ask(server, 'ifla'), { text: 'It is wrong.' });
    const message = await reported();
    expect(JSON.stringify(message)).not.toContain(server.user.id);
    expect(JSON.stringify(message)).not.toContain('Aysel');
    expect(textOf(message)).not.toMatch(/Source given|Question/);
    await wordAfter(server);
  });

  test('both facts of a comparison', async () => {
    await correct(server, await command(server, 'holdings'), { text: 'It is wrong.' });
    expect(textOf(await reported()).match(/holdings\.yaml/g)).toHaveLength(2);
  });

  test('that there was no fact, after a refusal', async () => {
    await correct(server, await ask(server, 'what are the opening hours'), { text: 'They are missing.' });
    expect(textOf(await reported())).toMatch(/Fact\nNo particular fact/);
  });

  test.each(['private', 'direct'])('no way to an answer that others cannot see: %s', async (how) => {
    const acting = how === 'direct' ? direct : server;
    await correct(acting, await ask(acting, 'ifla', { private: true }), {
      text: 'It is wrong.',
    });
    expect(textOf(await reported())).not.toMatch(/Open the answer|discord\.com/);
    expect((await wordAfter(acting)).content).toMatch(/Thank you/);
  });

  test.each(LANGUAGES)('in their own language, with the fact in the reader’s: %s', async (language) => {
    const label = wordingIn(language)('corrections.button');
    const card = await ask(server, 'az-holdings-5m', { language });
    await correct(server, card, { text: 'Бұл — қате, ə ğ ı ş.' }, new RegExp(label.replace('?', '\\?')));
    const message = await reported();
    expect(textOf(message)).toMatch(/From a reader\n```\nБұл — қате, ə ğ ı ş\.\n```/);
    expect(textOf(message)).toMatch(/Language\n(English|Azerbaijani|Kazakh|Russian|Turkish)/);
    expect(card.embeds[0]?.description).toContain(
      message.embeds[0]?.fields?.[0]?.value.split('\n')[1] ?? '-',
    );
    expect((await wordAfter(server)).content).toBe(wordingIn(language)('corrections.thanks'));
  });

  const HOSTILE = [
    '@everyone @here look at this',
    '<@123456789012345678> <@&123456789012345678> <#123456789012345678>',
    '``` \n# Big\n```js\n[a link](https://evil.example) **bold** ||hidden||',
    '`code` ``more`` ```block```',
    '\u202ereversed\u202c zero\u200bwidth\u00adsoft\u2066isolate\u2069',
    'https://evil.example <https://evil.example> discord.gg/evil',
    'line\u2028separator\u0000null\u001b[31mred',
    '> quote\n>>> all\n- list\n1. one\n-# small',
  ];
  test.each(HOSTILE)('nothing but text: %j', async (text) => {
    const card = await ask(server, 'ifla');
    await correct(server, card, { text, source: text, question: text });
    const message = await reported();
    const [embed] = message.embeds;
    const said = [embed?.description ?? '', ...(embed?.fields ?? []).slice(0, 2).map(({ value }) => value)];
    // The whole of it stands in one block or span of code.
    expect(said[0]).toMatch(/^```\n[^`]+\n```$/);
    for (const span of said.slice(1)) expect(span).toMatch(/^`[^`\n]+`$/);
    for (const part of said) expect(part.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(message.content).toBe('');
    expect(message.mentions).toEqual([]);
    const sent = discord.standIn.exchanges.all.findLast(({ path }) => path.includes(curators.id));
    expect(sent?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  });

  test('the longest there can be arrives whole; a longer one, which is forged, is cut', async () => {
    const card = await ask(server, 'ifla');
    const whole = 'word '.repeat(200).slice(0, 999).concat('.');
    await correct(server, card, { text: whole, source: 's'.repeat(300), question: 'q'.repeat(500) });
    expect((await reported()).embeds[0]?.description).toBe(`\`\`\`\n${whole}\n\`\`\``);
    curators.messages.splice(0);
    await correct(server, card, {
      text: 'x'.repeat(4000),
      source: 'y'.repeat(4000),
      question: 'z'.repeat(4000),
    });
    const [embed] = (await reported()).embeds;
    expect(embed?.description?.length).toBeLessThanOrEqual(1008);
    for (const { value } of embed?.fields ?? []) expect(value.length).toBeLessThanOrEqual(1024);
  });
});

describe('not taken', () => {
  test.each(['     ', '\u200b\u200b\u200b\u200b\u200b\u200b', '``', 'a    b'])(
    'too little: %j',
    async (text) => {
      const word = messageOf(await correct(server, await ask(server, 'ifla'), { text }));
      expect(textOf(word)).toMatch(/too little to read/);
      expect(isPrivate(word)).toBe(true);
      expect(curators.messages).toEqual([]);
    },
  );

  test('a fourth within ten minutes: said before it is written, and after', async () => {
    const card = await ask(server, 'ifla');
    const form = formOf(await press(server, card));
    for (let count = 0; count < 3; count++) {
      await correct(server, card, { text: `It is wrong ${count}.` });
      await expect.poll(() => curators.messages.length).toBe(count + 1);
    }
    const early = messageOf(await press(server, card));
    const late = messageOf(
      await submitModal(server, form.custom_id, { text: 'It is wrong again.' }, discord.standIn),
    );
    for (const message of [early, late]) {
      expect(textOf(message)).toMatch(/I can take the next one in 10 min/);
      expect(isPrivate(message)).toBe(true);
    }
    expect(curators.messages).toHaveLength(3);
    const other = { ...server, user: discord.standIn.addUser(newUser('Dana')) };
    await correct(other, card, { text: 'Mine is welcome.' });
    await expect.poll(() => curators.messages.length).toBe(4);
  });

  test.each(['x', 'correct', 'correct?in=xx', 'correct?fact=&in=en', 'card?fact=az-architect&in=en', '?'])(
    'a form that was never issued: %s',
    async (customId) => {
      const word = messageOf(await submitModal(server, customId, { text: 'It is wrong.' }, discord.standIn));
      expect(textOf(word)).toMatch(/do not know this button/);
      expect(curators.messages).toEqual([]);
    },
  );

  test('parts that are missing or were never asked for', async () => {
    const id = 'correct?in=en';
    expect(textOf(messageOf(await submitModal(server, id, {}, discord.standIn)))).toMatch(/too little/);
    expect((await submitModal(server, id, { text: 'It is wrong.', more: 'x' }, discord.standIn)).kind).toBe(
      'deferred',
    );
    expect(textOf(await reported())).toMatch(/It is wrong/);
  });

  test('a fact that is gone when the form is sent is named as gone; a forged one is nothing but text', async () => {
    const send = async (fact: string) => {
      curators.messages.splice(0);
      const id = `correct?${new URLSearchParams({ fact, in: 'en' })}`;
      await submitModal(server, id, { text: 'It is wrong.' }, discord.standIn);
      return textOf(await reported());
    };
    expect(await send('az-once-was')).toMatch(/`az-once-was`: no longer among the facts/);
    expect(await send('`@everyone` [x](https://evil.example)')).toContain(
      "`'@everyone' [x](https://evil.example)`: no longer",
    );
  });
});

describe('a channel that does not take it', () => {
  const failing = async (text: string) => {
    const outcome = await correct(server, await ask(server, 'ifla'), { text });
    expect(outcome.kind).toBe('deferred');
    return wordAfter(server);
  };

  test('not allowed: said kindly, with what was written; one line in the log, without it', async () => {
    curators.denied.add('messages');
    const logged = bot.output.length;
    for (const text of ['First @everyone `text`', 'Second text', 'Third text', 'Fourth text']) {
      const word = await failing(text);
      expect(isPrivate(word)).toBe(true);
      expect(word.content).toMatch(/^Sorry, I could not deliver that to the curators/);
      // It does not count against the reader, and is not lost.
      expect(word.content).toContain(`\`\`\`\n${text.replaceAll('`', "'")}\n\`\`\``);
    }
    const lines = bot.output.slice(logged).trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(
        /could not be delivered. The bot may not write in the channel in FEEDBACK_CHANNEL_ID: give it View Channel/,
      ),
    ]);
    curators.denied.clear();
    expect((await failing('Fifth text')).content).toMatch(/Thank you/);
  });

  test('hanging: acknowledged in time all the same, and said in the end', async () => {
    discord.standIn.faults.push(({ method, path }) =>
      method === 'POST' && path.includes(curators.id) ? new Promise(() => {}) : undefined,
    );
    const begun = Date.now();
    const outcome = await correct(server, await ask(server, 'ifla'), { text: 'It is wrong.' });
    expect(outcome.kind).toBe('deferred');
    expect(Date.now() - begun).toBeLessThan(2_000);
    expect((await wordAfter(server)).content).toMatch(/could not deliver/);
    await bot.until(/did not take it in time/);
  });

  test('a server error is tried again, and arrives once', async () => {
    let left = 1;
    discord.standIn.faults.push(({ method, path }) =>
      method === 'POST' && path.includes(curators.id) && left-- > 0
        ? Response.json({ message: 'Internal', code: 0 }, { status: 500 })
        : undefined,
    );
    expect((await failing('It is wrong.')).content).toMatch(/Thank you/);
    expect(curators.messages).toHaveLength(1);
  });
});

test('a channel that is not there', async () => {
  const elsewhere = await startDiscord();
  await deploy(elsewhere, '--global');
  const lost = await startBot(elsewhere, { FEEDBACK_CHANNEL_ID: '123456789012345678' });
  const acting = { user: elsewhere.reader, channel: elsewhere.general };
  const card = messageOf(await useCommand(acting, 'ask', { question: 'ifla' }, elsewhere.standIn));
  const form = formOf(await useComponent(acting, card, idOf(card, BUTTON), undefined, elsewhere.standIn));
  await submitModal(acting, form.custom_id, { text: 'It is wrong.' }, elsewhere.standIn);
  await lost.until(/no channel with the id in FEEDBACK_CHANNEL_ID: copy it again/);
  await expect.poll(() => elsewhere.general.messages.at(-1)?.content).toMatch(/could not deliver/);
  expect(lost.output).not.toMatch(/It is wrong/);
  await lost.stop();
  await elsewhere.standIn.stop();
});

test('nothing of what was written, nor by whom, is in the log', () => {
  expect(bot.output).not.toMatch(/It is wrong|evil\.example|Second text|Aysel/);
  for (const id of discord.standIn.world.users.keys())
    if (id !== discord.standIn.world.bot.id) expect(bot.output).not.toContain(id);
});
