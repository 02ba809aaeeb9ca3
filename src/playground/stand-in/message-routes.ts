import { MessageType } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { z } from 'zod';
import { messageFormSchema, saysSomething } from './message-form.ts';
import { ApiProblem, missingPermissions, readForm, unknownChannel, unknownMessage } from './problem.ts';
import { keepFiles, readBody } from './read-body.ts';
import type { Scene } from './scene.ts';
import { channelShape, guildCreate, newMessage, writeInto } from './shapes.ts';
import type { Channel, Message } from './world.ts';

/** Channels, servers and the messages that the bot writes by itself. */
export function messageRoutes(api: Hono, scene: () => Scene): void {
  const channelOf = (id: string): Channel => {
    const channel = scene().world.channels.get(id);
    if (channel === undefined) throw unknownChannel();
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
    const limit = Number(context.req.query('limit') ?? 50);
    return context.json(channelOf(context.req.param('channel')).messages.slice(-limit).toReversed());
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
    if (!saysSomething(form) && files.size === 0)
      throw new ApiProblem(400, 50006, 'Cannot send an empty message');
    const { bot } = scene().world;
    if (form.enforce_nonce && form.nonce !== undefined) {
      const sent = channel.messages.find(({ author, nonce }) => author.id === bot.id && nonce === form.nonce);
      if (sent !== undefined) return context.json(sent);
    }
    const answered = form.message_reference?.message_id;
    const message: Message = {
      ...newMessage(form, channel, bot, scene().world),
      attachments: await keepFiles(files, form.attachments ?? [], scene()),
      ...(form.nonce === undefined ? {} : { nonce: form.nonce }),
      ...(answered === undefined
        ? {}
        : { type: MessageType.Reply, message_reference: { message_id: answered, channel_id: channel.id } }),
    };
    scene().post(message, channel);
    return context.json(message);
  });
  api.patch('/channels/:channel/messages/:message', async (context) => {
    const channel = channelOf(context.req.param('channel'));
    const message = messageOf(channel, context.req.param('message'));
    if (message.author.id !== scene().world.bot.id)
      throw new ApiProblem(403, 50005, 'Cannot edit a message authored by another user');
    writeInto(message, readForm(messageFormSchema, (await readBody(context.req)).json));
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
}
