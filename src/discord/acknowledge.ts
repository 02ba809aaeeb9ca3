import {
  type AutocompleteInteraction,
  InteractionResponseType,
  type MessageComponentInteraction,
  MessageFlags,
  type RawFile,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import { z } from 'zod';
import type { MessageBody } from '../replies/message/body.ts';
import type { Choice } from './command/command.ts';
import { isDiscordError } from './connection/discord-error.ts';
import { PATIENTLY, persist } from './connection/persist.ts';

/** What a message may answer. */
export type Repliable = RepliableInteraction | MessageComponentInteraction;

/*
 * The ways in which an interaction is acknowledged. They go straight to Discord's API: what discord.js would make
 * of a body is what the body is already.
 */

/** Answers with a message, for everyone or for the reader alone. */
export async function reply(interaction: Repliable, body: MessageBody, alone: boolean): Promise<void> {
  await replyWith(interaction, body, alone, {});
}

/** Files to send along, and whether the id of the message is wanted. */
export type Along = { files?: RawFile[]; identified?: boolean };

/** The same with what goes along; gives the id of the message, if that is wanted and known. */
export async function replyWith(
  interaction: Repliable,
  body: MessageBody,
  alone: boolean,
  along: Along,
): Promise<string | undefined> {
  const type = InteractionResponseType.ChannelMessageWithSource;
  const data = alone ? { ...body, flags: MessageFlags.Ephemeral } : body;
  const answered = await acknowledge(interaction, { type, data }, along);
  interaction.replied = true;
  return answeredSchema.safeParse(answered).data?.resource.message.id;
}

const answeredSchema = z.object({ resource: z.object({ message: z.object({ id: z.string() }) }) });

/** Turns the message on which a button was pressed into another, and gives its id; what the body lacks stays as it was. */
export async function update(
  interaction: MessageComponentInteraction,
  body: Partial<MessageBody>,
  along: Along = {},
): Promise<string> {
  await acknowledge(interaction, { type: InteractionResponseType.UpdateMessage, data: body }, along);
  interaction.replied = true;
  return interaction.message.id;
}

/** Opens a form. */
export async function openForm(
  interaction: MessageComponentInteraction,
  form: APIModalInteractionResponseCallbackData,
): Promise<void> {
  await acknowledge(interaction, { type: InteractionResponseType.Modal, data: form });
  interaction.replied = true;
}

/** Promises a message, for everyone or for the reader alone. */
export async function defer(interaction: Repliable, alone: boolean): Promise<void> {
  await acknowledge(interaction, {
    type: InteractionResponseType.DeferredChannelMessageWithSource,
    data: alone ? { flags: MessageFlags.Ephemeral } : {},
  });
  interaction.deferred = true;
}

/** Keeps that promise. */
export async function fill(interaction: Repliable, body: MessageBody): Promise<void> {
  const { applicationId, token, client } = interaction;
  await persist(
    (signal) => client.rest.patch(Routes.webhookMessage(applicationId, token), { body, auth: false, signal }),
    PATIENTLY,
  );
  interaction.replied = true;
}

/** Offers what may be chosen. */
export async function offer(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void> {
  await acknowledge(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
  interaction.responded = true;
}

/** Discord waits three seconds: it is slow more often than a connection is dead, so the second attempt comes late. */
const IN_TIME = { silence: 2_000, pauses: [50, 100, 200, 400, 800], within: 2_300 };

async function acknowledge(
  { id, token, client }: Repliable | AutocompleteInteraction,
  body: { type: InteractionResponseType; data: object },
  { files = [], identified = false }: Along = {},
): Promise<unknown> {
  const query = identified ? { query: new URLSearchParams({ with_response: 'true' }) } : {};
  return persist(async (signal, again) => {
    try {
      return await client.rest.post(Routes.interactionCallback(id, token), {
        ...query,
        body,
        files,
        auth: false,
        signal,
      });
    } catch (error) {
      // An earlier attempt got through, and only its confirmation was lost.
      if (!again || !isDiscordError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
        throw error;
      return undefined;
    }
  }, IN_TIME);
}
