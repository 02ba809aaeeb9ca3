import { MessageType } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { z } from 'zod';
import { memberShape } from './member.ts';
import { messageFormSchema, saysSomething } from './message-form.ts';
import {
  ApiProblem,
  missingAccess,
  missingPermissions,
  readForm,
  unknownChannel,
  unknownMessage,
} from './problem.ts';
import { allowFiles, attach, readBody } from './read-body.ts';
import type { Scene } from './scene.ts';
import { channelShape, guildCreate, isForOneAlone, newMessage, writeInto } from './shapes.ts';
import type { Channel, Message } from './world.ts';

const snowflakeSchema = z
  .string()
  .regex(/^\d{1,20}$/, { error: 'Value is not snowflake.' })
  .transform(BigInt);

/** Which messages of a channel are asked for; of `around`, `before` and `after` one at most. */
const pageSchema = z.looseObject({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  around: snowflakeSchema.optional(),
  before: snowflakeSchema.optional(),
  after: snowflakeSchema.optional(),
});

/** A message sent again with the same nonce within so many milliseconds is the same one. Discord says "the past few minutes". */
const NONCE_KEPT = 180_000;

/** Channels, servers and the messages that the bot writes by itself. */
export function messageRoutes(api: Hono, scene: () => Scene): void {
  const channelOf = (id: string): Channel => {
    const channel = scene().world.channels.get(id);
    if (channel === undefined) throw unknownChannel();
    if (channel.denied.has('view')) throw missingAccess();
    return channel;
  };
  const messageOf = (channel: Channel, id: string): Message => {
    const message = channel.messages.find((one) => one.id === id);
    if (message === undefined) throw unknownMessage();
    return message;
  };
  api.get('/channels/:channel', (context) =>
    context.json(channelShape(channelOf(context.req.param('channel')))),
  );
  api.get('/channels/:channel/messages', (context) => {
    const channel = channelOf(context.req.param('channel'));
    const page = readForm(pageSchema, context.req.query());
    // Without the permission to read what was before, Discord gives an empty list and no error.
    return context.json(channel.denied.has('history') ? [] : messagesOf(channel, page));
  });
  api.get('/channels/:channel/messages/:message', (context) =>
    context.json(messageOf(channelOf(context.req.param('channel')), context.req.param('message'))),
  );
  api.post('/channels/:channel/typing', (context) => {
    scene().events.emit('typing', channelOf(context.req.param('channel')));
    return context.body(null, 204);
  });
  api.post('/channels/:channel/messages', async (context) => {
    const channel = channelOf(context.req.param('channel'));
    const { json, files } = await readBody(context.req);
    const form = readForm(messageFormSchema, json);
    if (channel.denied.has('messages')) throw missingPermissions();
    if (channel.denied.has('embeds') && (form.embeds ?? []).length > 0) throw missingPermissions();
    allowFiles(files, channel);
    if (!saysSomething(form) && files.size === 0)
      throw new ApiProblem(400, 50006, 'Cannot send an empty message');
    const { bot } = scene().world;
    const before = form.enforce_nonce ? sentWith(form.nonce, channel, bot.id) : undefined;
    if (before !== undefined) return context.json(before);
    const answered = form.message_reference?.message_id;
    const message: Message = {
      ...newMessage(form, channel, bot, scene().world),
      ...(form.nonce === undefined ? {} : { nonce: form.nonce }),
      ...(answered === undefined
        ? {}
        : { type: MessageType.Reply, message_reference: { message_id: answered, channel_id: channel.id } }),
    };
    await attach(message, form, files, scene());
    scene().post(message, channel);
    return context.json(message);
  });
  api.patch('/channels/:channel/messages/:message', async (context) => {
    const channel = channelOf(context.req.param('channel'));
    const message = messageOf(channel, context.req.param('message'));
    if (message.author.id !== scene().world.bot.id)
      throw new ApiProblem(403, 50005, 'Cannot edit a message authored by another user');
    const { json, files } = await readBody(context.req);
    const form = readForm(messageFormSchema, json);
    allowFiles(files, channel);
    writeInto(message, form);
    await attach(message, form, files, scene());
    message.edited_timestamp = new Date().toISOString();
    scene().change(message, channel);
    return context.json(message);
  });
  api.delete('/channels/:channel/messages/:message', (context) => {
    const channel = channelOf(context.req.param('channel'));
    scene().delete(messageOf(channel, context.req.param('message')), channel);
    return context.body(null, 204);
  });
  api.post('/users/@me/channels', async (context) => {
    const { recipient_id } = readForm(
      z.looseObject({ recipient_id: z.string() }),
      (await readBody(context.req)).json,
    );
    const user = scene().world.users.get(recipient_id);
    if (user === undefined) throw new ApiProblem(400, 50033, 'Invalid Recipient(s)');
    return context.json(channelShape(scene().directMessage(user)));
  });
  api.get('/guilds/:guild', (context) => {
    const guild = scene().world.guilds.get(context.req.param('guild'));
    if (guild === undefined) throw new ApiProblem(404, 10004, 'Unknown Guild');
    return context.json(guildCreate(guild, scene().world));
  });
  api.get('/guilds/:guild/members/:user', (context) => {
    const user = scene().world.users.get(context.req.param('user'));
    if (user === undefined) throw new ApiProblem(404, 10007, 'Unknown Member');
    return context.json(memberShape(user));
  });
}

/** The messages of a page, the newest first: those right after an id, right before it, round it, or the last ones. */
function messagesOf({ messages }: Channel, { limit, around, before, after }: z.infer<typeof pageSchema>) {
  const shown = messages.filter((message) => !isForOneAlone(message));
  const idOf = ({ id }: Message) => BigInt(id);
  const olderThan = (id: bigint) => shown.filter((message) => idOf(message) < id);
  const newerThan = (id: bigint) => shown.filter((message) => idOf(message) > id);
  if (after !== undefined) return newerThan(after).slice(0, limit).toReversed();
  if (before !== undefined) return olderThan(before).slice(-limit).toReversed();
  if (around === undefined) return shown.slice(-limit).toReversed();
  const half = Math.floor(limit / 2);
  return [...olderThan(around).slice(-half), ...newerThan(around - 1n).slice(0, limit - half)].toReversed();
}

const sentWith = (nonce: Message['nonce'], { messages }: Channel, sender: string): Message | undefined =>
  messages.find(
    (message) =>
      message.author.id === sender &&
      message.nonce !== undefined &&
      message.nonce === nonce &&
      Date.now() - Date.parse(message.timestamp) < NONCE_KEPT,
  );
