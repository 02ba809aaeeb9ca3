import { InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { z } from 'zod';
import { choicesSchema } from './command-form.ts';
import { type MessageForm, messageFormSchema, saysSomething } from './message-form.ts';
import { modalSchema } from './modal-form.ts';
import { type Pending, TO_ACKNOWLEDGE, TOKEN_LIVES } from './pending.ts';
import {
  ApiProblem,
  alreadyAcknowledged,
  readForm,
  unknownInteraction,
  unknownMessage,
  unknownWebhook,
} from './problem.ts';
import { allowFiles, attach, readBody } from './read-body.ts';
import type { Scene } from './scene.ts';
import { newMessage, writeInto } from './shapes.ts';
import type { Message } from './world.ts';

const callbackSchema = z.discriminatedUnion('type', [
  z.looseObject({ type: z.literal(4), data: messageFormSchema }),
  z.looseObject({ type: z.literal(5), data: z.looseObject({ flags: z.int().optional() }).optional() }),
  z.looseObject({ type: z.literal(6) }),
  z.looseObject({ type: z.literal(7), data: messageFormSchema.optional() }),
  z.looseObject({ type: z.literal(8), data: choicesSchema }),
  z.looseObject({ type: z.literal(9), data: modalSchema }),
]);

type Callback = z.infer<typeof callbackSchema>;

/** Which ways of acknowledging each type of interaction takes. */
const TAKES: Readonly<Partial<Record<InteractionType, readonly number[]>>> = {
  [InteractionType.ApplicationCommand]: [4, 5, 9],
  [InteractionType.ApplicationCommandAutocomplete]: [8],
  [InteractionType.MessageComponent]: [4, 5, 6, 7, 9],
  [InteractionType.ModalSubmit]: [4, 5, 6, 7],
};

/** Acknowledging interactions, and what may follow: edits, follow-ups, deletes. */
export function interactionRoutes(api: Hono, scene: () => Scene): void {
  api.post('/interactions/:id/:token/callback', async (context) => {
    const pending = scene().pending.get(context.req.param('token'));
    if (pending === undefined || pending.id !== context.req.param('id')) throw unknownInteraction();
    if (pending.acknowledged) throw alreadyAcknowledged();
    if (Date.now() - pending.begun > TO_ACKNOWLEDGE) throw unknownInteraction();
    const { json, files } = await readBody(context.req);
    const callback = readForm(callbackSchema, json);
    allowFiles(files, pending.channel);
    if (!TAKES[pending.type]?.includes(callback.type))
      throw new ApiProblem(400, 50035, 'Invalid Form Body', {
        errors: {
          type: { _errors: [{ code: 'INTERACTION_TYPE', message: 'Invalid for this interaction' }] },
        },
      });
    await acknowledge(pending, callback, files, scene());
    if (context.req.query('with_response') !== 'true') return context.body(null, 204);
    return context.json({
      interaction: { id: pending.id, type: pending.type },
      resource: { type: callback.type, message: pending.original },
    });
  });

  const webhook = '/webhooks/:application/:token';
  const pendingOf = (token: string): Pending => {
    const pending = scene().pending.get(token);
    if (pending === undefined || !pending.acknowledged || Date.now() - pending.begun > TOKEN_LIVES)
      throw unknownWebhook();
    return pending;
  };
  const messageOf = (pending: Pending, id: string): Message => {
    const message =
      id === '@original' ? pending.original : pending.channel.messages.find((one) => one.id === id);
    if (message === undefined) throw unknownMessage();
    return message;
  };
  api.post(webhook, async (context) => {
    const pending = pendingOf(context.req.param('token'));
    const { json, files } = await readBody(context.req);
    const form = readForm(messageFormSchema, json);
    allowFiles(files, pending.channel);
    return context.json(
      await say(pending, { ...form, flags: pending.awaited ?? form.flags }, files, scene()),
    );
  });
  api.get(`${webhook}/messages/:message`, (context) =>
    context.json(messageOf(pendingOf(context.req.param('token')), context.req.param('message'))),
  );
  api.patch(`${webhook}/messages/:message`, async (context) => {
    const pending = pendingOf(context.req.param('token'));
    const { json, files } = await readBody(context.req);
    const form = readForm(messageFormSchema, json);
    allowFiles(files, pending.channel);
    if (pending.awaited !== undefined)
      return context.json(await say(pending, { ...form, flags: pending.awaited }, files, scene()));
    const message = messageOf(pending, context.req.param('message'));
    await edit(message, form, files, scene());
    scene().change(message, pending.channel);
    return context.json(message);
  });
  api.delete(`${webhook}/messages/:message`, (context) => {
    const pending = pendingOf(context.req.param('token'));
    scene().delete(messageOf(pending, context.req.param('message')), pending.channel);
    return context.body(null, 204);
  });
}

async function acknowledge(
  pending: Pending,
  callback: Callback,
  files: ReadonlyMap<string, File>,
  scene: Scene,
): Promise<void> {
  switch (callback.type) {
    case 4: {
      const message = await say(pending, callback.data, files, scene);
      return settle(pending, { kind: 'message', message });
    }
    case 5:
      pending.awaited = callback.data?.flags ?? 0;
      return settle(pending, { kind: 'deferred' });
    case 6:
      return settle(pending, { kind: 'deferred' });
    case 7: {
      const { on } = pending;
      if (on === undefined) throw unknownMessage();
      await edit(on, callback.data ?? {}, files, scene);
      pending.original = on;
      scene.change(on, pending.channel);
      return settle(pending, { kind: 'updated', message: on });
    }
    case 8:
      return settle(pending, { kind: 'choices', choices: callback.data.choices });
    case 9:
      scene.forms.set(`${pending.userId} ${callback.data.custom_id}`, {
        modal: callback.data,
        on: pending.on,
      });
      return settle(pending, { kind: 'modal', modal: callback.data });
  }
}

function settle(pending: Pending, outcome: Parameters<Pending['settle']>[0]) {
  pending.acknowledged = true;
  pending.settle(outcome);
}

/** A message of the bot that answers an interaction. Throws 50006 if there is nothing in it. */
async function say(
  pending: Pending,
  form: MessageForm,
  files: ReadonlyMap<string, File>,
  scene: Scene,
): Promise<Message> {
  if (!saysSomething(form) && files.size === 0)
    throw new ApiProblem(400, 50006, 'Cannot send an empty message');
  const message: Message = {
    ...newMessage(form, pending.channel, scene.world.bot, scene.world),
    type: pending.on === undefined ? MessageType.ChatInputCommand : MessageType.Reply,
    webhook_id: scene.world.bot.id,
  };
  await attach(message, form, files, scene);
  delete pending.awaited;
  pending.original ??= message;
  const alone = (message.flags & MessageFlags.Ephemeral) !== 0;
  scene.post(message, pending.channel, alone ? pending.userId : undefined);
  return message;
}

async function edit(
  message: Message,
  form: MessageForm,
  files: ReadonlyMap<string, File>,
  scene: Scene,
): Promise<void> {
  writeInto(message, form);
  message.edited_timestamp = new Date().toISOString();
  await attach(message, form, files, scene);
}
