import { once } from 'node:events';
import { GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { say, submitModal, useCommand } from '../../src/playground/stand-in/people.ts';
import type { Message } from '../../src/playground/stand-in/world.ts';
import { type Discord, startDiscord, TOKEN } from '../e2e/discord.ts';

let discord: Discord;
beforeEach(async () => {
  discord = await startDiscord();
});
afterEach(() => discord.standIn.stop());

async function call(method: string, path: string, body?: unknown, token = TOKEN) {
  const response = await fetch(`${discord.standIn.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
}

/** A bot by hand: a socket to the gateway, with all that it was told. */
async function connect(intents: number, more: object = {}) {
  const socket = new WebSocket(discord.standIn.gatewayUrl);
  const told: { op: number; t?: string; s?: number; d?: Record<string, unknown> }[] = [];
  socket.on('message', (data) => told.push(JSON.parse(data.toString())));
  await once(socket, 'open');
  socket.send(JSON.stringify({ op: GatewayOpcodes.Identify, d: { token: TOKEN, intents, ...more } }));
  const until = (event: string) => expect.poll(() => told.find(({ t }) => t === event)).toBeDefined();
  return { socket, told, until, closed: once(socket, 'close').then(([code]) => code) };
}

const sendMessage = (body: unknown) => call('POST', `/channels/${discord.general.id}/messages`, body);

describe('what Discord refuses', () => {
  test('a wrong token: 401', async () => {
    expect(await call('GET', '/users/@me', undefined, 'wrong')).toMatchObject({
      status: 401,
      body: { code: 0 },
    });
  });

  test.each<[name: string, body: object, path: string[]]>([
    ['a title too long', { embeds: [{ title: 'x'.repeat(257) }] }, ['embeds', '0', 'title']],
    [
      'an empty field',
      { embeds: [{ fields: [{ name: 'a', value: '' }] }] },
      ['embeds', '0', 'fields', '0', 'value'],
    ],
    [
      '26 fields',
      { embeds: [{ fields: Array(26).fill({ name: 'a', value: 'b' }) }] },
      ['embeds', '0', 'fields'],
    ],
    [
      'over 6,000 characters together',
      { embeds: Array(2).fill({ description: 'x'.repeat(3001) }) },
      ['embeds'],
    ],
    ['content too long', { content: 'x'.repeat(2001) }, ['content']],
    [
      'a button without an id',
      { content: 'a', components: [{ type: 1, components: [{ type: 2, style: 2, label: 'a' }] }] },
      ['components', '0', 'components', '0', 'custom_id'],
    ],
    [
      'an id too long',
      {
        content: 'a',
        components: [
          { type: 1, components: [{ type: 2, style: 2, label: 'a', custom_id: 'x'.repeat(101) }] },
        ],
      },
      ['components', '0', 'components', '0', 'custom_id'],
    ],
    [
      'the same id twice',
      {
        content: 'a',
        components: [
          { type: 1, components: Array(2).fill({ type: 2, style: 2, label: 'a', custom_id: 'x' }) },
        ],
      },
      ['components'],
    ],
    [
      'a menu with 26 entries',
      {
        content: 'a',
        components: [
          {
            type: 1,
            components: [
              {
                type: 3,
                custom_id: 'm',
                options: Array.from({ length: 26 }, (_, id) => ({ label: `${id}`, value: `${id}` })),
              },
            ],
          },
        ],
      },
      ['components', '0', 'components', '0', 'options'],
    ],
  ])('%s: 50035 with the path', async (_, body, path) => {
    const { status, body: problem } = await sendMessage(body);
    expect(status).toBe(400);
    expect(problem.code).toBe(50035);
    const place = path.reduce((tree, part) => tree?.[part], problem.errors);
    expect(place?._errors?.[0]).toMatchObject({ code: expect.any(String), message: expect.any(String) });
  });

  test.each<[name: string, command: object]>([
    ['a capital letter', { name: 'Ask', description: 'a' }],
    ['no description', { name: 'ask' }],
    [
      'an option that must be given after one that need not',
      {
        name: 'ask',
        description: 'a',
        options: [
          { type: 3, name: 'one', description: 'a' },
          { type: 3, name: 'two', description: 'a', required: true },
        ],
      },
    ],
    [
      'a locale that Discord does not have',
      { name: 'ask', description: 'a', description_localizations: { kk: 'a' } },
    ],
  ])('a command with %s', async (_, command) => {
    const path = `/applications/${discord.standIn.world.bot.id}/commands`;
    expect(await call('PUT', path, [command])).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('a body that is no JSON, an empty message, a channel and a server that are not there', async () => {
    expect((await sendMessage('{')).body.code).toBe(50109);
    expect((await sendMessage({})).body.code).toBe(50006);
    expect((await call('POST', '/channels/1/messages', { content: 'a' })).body.code).toBe(10003);
    expect((await call('GET', `/applications/1/guilds/1/commands`)).body.code).toBe(50001);
  });
});

describe('the messages of a channel', () => {
  const read = (query: string) => call('GET', `/channels/${discord.general.id}/messages${query}`);
  const texts = async (query: string) => (await read(query)).body.map(({ content }: Message) => content);
  const write = async (...contents: string[]) => {
    for (const content of contents) await sendMessage({ content });
    return discord.general.messages.map(({ id }) => id);
  };

  test('come newest first: the last ones, those right before, right after or round one', async () => {
    const [, second, , fourth] = await write('1', '2', '3', '4', '5');
    expect(await texts('')).toEqual(['5', '4', '3', '2', '1']);
    expect(await texts('?limit=2')).toEqual(['5', '4']);
    expect(await texts(`?limit=2&before=${fourth}`)).toEqual(['3', '2']);
    expect(await texts(`?limit=2&after=${second}`)).toEqual(['4', '3']);
    expect(await texts(`?limit=3&around=${fourth}`)).toEqual(['5', '4', '3']);
    expect(await texts('?after=0&limit=1')).toEqual(['1']);
  });

  test('none that one reader alone sees; none where what was before may not be read; 50001 where it is hidden', async () => {
    await write('1');
    discord.general.messages.push(
      ...discord.general.messages.map((message) => ({ ...message, id: '9'.repeat(19), flags: 64 })),
    );
    expect(await texts('')).toEqual(['1']);
    discord.general.denied.add('history');
    expect(await texts('')).toEqual([]);
    discord.general.denied.add('view');
    expect(await read('')).toMatchObject({ status: 403, body: { code: 50001 } });
  });

  test.each(['?limit=0', '?limit=101', '?limit=x', '?after=here'])('%s: 50035', async (query) => {
    expect(await read(query)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  test('the same nonce, where it is enforced, is the same message', async () => {
    const once = { content: '1', nonce: 'a', enforce_nonce: true };
    expect((await sendMessage(once)).body.id).toBe((await sendMessage(once)).body.id);
    await sendMessage({ ...once, enforce_nonce: false });
    await sendMessage({ content: '2', enforce_nonce: true });
    await sendMessage({ content: '3', enforce_nonce: true });
    expect(await texts('')).toEqual(['3', '2', '1', '1']);
    expect((await sendMessage({ content: '4', nonce: 'x'.repeat(26) })).status).toBe(400);
  });
});

describe('interactions', () => {
  const begin = async () => {
    const { id } = discord.standIn.world.bot;
    await call('PUT', `/applications/${id}/commands`, [{ name: 'ask', description: 'a' }]);
    const bot = await connect(GatewayIntentBits.Guilds);
    await bot.until('READY');
    const outcome = useCommand(
      { user: discord.reader, channel: discord.general },
      'ask',
      {},
      discord.standIn,
    );
    await bot.until('INTERACTION_CREATE');
    const interaction = bot.told.find(({ t }) => t === 'INTERACTION_CREATE')?.d;
    const callback = `/interactions/${interaction?.id}/${interaction?.token}/callback`;
    return { outcome, callback, webhook: `/webhooks/${id}/${interaction?.token}` };
  };

  test('acknowledged once; a second time is 40060', async () => {
    const { outcome, callback } = await begin();
    expect((await call('POST', callback, { type: 4, data: { content: 'hi' } })).status).toBe(204);
    expect(await outcome).toMatchObject({ kind: 'message', message: { content: 'hi' } });
    expect((await call('POST', callback, { type: 4, data: { content: 'hi' } })).body.code).toBe(40060);
  });

  test('after three seconds it has failed: 10062', async () => {
    const { outcome, callback } = await begin();
    expect(await outcome).toEqual({ kind: 'failed' });
    expect(await call('POST', callback, { type: 4, data: { content: 'late' } })).toMatchObject({
      status: 404,
      body: { code: 10062 },
    });
  });

  test('unknown tokens: 10062 and 10015; a kind of reply that it does not take: 50035', async () => {
    const { callback, webhook } = await begin();
    expect(
      (await call('POST', '/interactions/1/x/callback', { type: 4, data: { content: 'a' } })).body.code,
    ).toBe(10062);
    expect((await call('POST', webhook, { content: 'too early' })).body.code).toBe(10015);
    expect((await call('POST', callback, { type: 8, data: { choices: [] } })).body.code).toBe(50035);
  });

  test('a form is opened, and sent off', async () => {
    const { outcome, callback } = await begin();
    const input = { type: 4, custom_id: 'what', label: 'What is wrong?', style: 2 };
    const data = {
      custom_id: 'form',
      title: 'Something wrong?',
      components: [{ type: 1, components: [input] }],
    };
    expect(
      (await call('POST', callback, { type: 9, data: { ...data, title: 'x'.repeat(46) } })).body.code,
    ).toBe(50035);
    await call('POST', callback, { type: 9, data });
    expect(await outcome).toMatchObject({ kind: 'modal', modal: data });
    const bot = await connect(GatewayIntentBits.Guilds);
    await bot.until('READY');
    const sent = submitModal(
      { user: discord.reader, channel: discord.general },
      'form',
      { what: 'This' },
      discord.standIn,
    );
    await bot.until('INTERACTION_CREATE');
    const interaction = bot.told.find(({ t }) => t === 'INTERACTION_CREATE')?.d;
    expect(interaction).toMatchObject({ type: 5, data: { custom_id: 'form' } });
    const answer = `/interactions/${interaction?.id}/${interaction?.token}/callback`;
    await call('POST', answer, { type: 4, data: { content: 'Thanks', flags: 64 } });
    expect(await sent).toMatchObject({ kind: 'message', message: { content: 'Thanks' } });
  });

  test('deferred, filled in, followed up, edited, deleted', async () => {
    const { outcome, callback, webhook } = await begin();
    await call('POST', callback, { type: 5, data: { flags: 64 } });
    expect(await outcome).toEqual({ kind: 'deferred' });
    const filled = await call('PATCH', `${webhook}/messages/@original`, { content: 'here' });
    expect(filled.body).toMatchObject({ content: 'here', flags: 64 });
    const more = await call('POST', webhook, { content: 'more' });
    expect(more.body).toMatchObject({ content: 'more', flags: 0 });
    expect(
      (await call('PATCH', `${webhook}/messages/${more.body.id}`, { content: 'other' })).body.content,
    ).toBe('other');
    expect((await call('DELETE', `${webhook}/messages/@original`)).status).toBe(204);
    expect(discord.general.messages.map(({ content }) => content)).toEqual(['other']);
  });
});

describe('the gateway', () => {
  test('a wrong token closes with 4004, a privileged intent with 4014, nonsense with 4002', async () => {
    expect(await (await connect(0, { token: 'wrong' })).closed).toBe(4004);
    expect(await (await connect(GatewayIntentBits.MessageContent)).closed).toBe(4014);
    expect(await (await connect(0, { intents: 'all' })).closed).toBe(4002);
  });

  test('only what was asked for is told, and no text of others in servers', async () => {
    const bot = await connect(GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages);
    await bot.until('GUILD_CREATE');
    const { reader, direct, general, standIn } = discord;
    say({ user: reader, channel: direct }, 'in private', standIn);
    say({ user: reader, channel: general }, 'among us', standIn);
    say({ user: reader, channel: general }, `<@${standIn.world.bot.id}> to you`, standIn);
    await expect.poll(() => bot.told.filter(({ t }) => t === 'MESSAGE_CREATE').length).toBe(2);
    const texts = bot.told.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d?.content);
    expect(texts).toEqual(['', `<@${standIn.world.bot.id}> to you`]);
  });

  test('a session that was cut off is resumed, with what was missed', async () => {
    const bot = await connect(GatewayIntentBits.DirectMessages);
    await bot.until('READY');
    const ready = bot.told.find(({ t }) => t === 'READY');
    discord.standIn.gateway.drop();
    await bot.closed;
    say({ user: discord.reader, channel: discord.direct }, 'missed', discord.standIn);
    const socket = new WebSocket(discord.standIn.gatewayUrl);
    const events: string[] = [];
    socket.on('message', (data) => events.push(JSON.parse(data.toString()).t));
    await once(socket, 'open');
    socket.send(
      JSON.stringify({
        op: GatewayOpcodes.Resume,
        d: { token: TOKEN, session_id: ready?.d?.session_id, seq: ready?.s },
      }),
    );
    await expect.poll(() => events).toContain('RESUMED');
    expect(events.filter((event) => event)).toEqual(['MESSAGE_CREATE', 'RESUMED']);
    socket.close();
  });

  test('each shard is told of its own servers, the first of direct messages', async () => {
    const shards = await Promise.all(
      [0, 1].map((id) =>
        connect(GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages, { shard: [id, 2] }),
      ),
    );
    for (const shard of shards) await shard.until('READY');
    const { reader, direct, guild, standIn } = discord;
    say({ user: reader, channel: direct }, 'hi', standIn);
    const [first, second] = shards;
    await first?.until('MESSAGE_CREATE');
    expect(second?.told.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false);
    const owner = Number((BigInt(guild.id) >> 22n) % 2n);
    await shards[owner]?.until('GUILD_CREATE');
    expect(shards[1 - owner]?.told.some(({ t }) => t === 'GUILD_CREATE')).toBe(false);
  });
});
