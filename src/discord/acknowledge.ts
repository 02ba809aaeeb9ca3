import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type RawFile,
  Routes,
} from 'discord.js';
import { z } from 'zod';
import type { Choice } from './command.ts';

/** What a message may answer. */
export type Repliable =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | MessageContextMenuCommandInteraction;

/*
 * The three ways in which an interaction is acknowledged. They go straight to Discord's API: what discord.js would make
 * of a body is what the body is already.
 */

/** Files to send along, and whether the id of the message is wanted. */
type Along = { files?: RawFile[]; identified?: boolean };

/** Answers with a message, for everyone or for the reader alone; gives its id, if that is wanted. */
export async function reply(
  interaction: Repliable,
  body: object,
  alone: boolean,
  along: Along = {},
): Promise<string | undefined> {
  const answered = await acknowledge(
    interaction,
    {
      type: InteractionResponseType.ChannelMessageWithSource,
      data: alone ? { ...body, flags: MessageFlags.Ephemeral } : body,
    },
    along,
  );
  interaction.replied = true;
  return answeredSchema.safeParse(answered).data?.resource.message.id;
}

const answeredSchema = z.object({ resource: z.object({ message: z.object({ id: z.string() }) }) });

/** Turns the message on which a button was pressed into another, and gives its id; what the body lacks stays as it was. */
export async function update(
  interaction: MessageComponentInteraction,
  body: object,
  along: Along = {},
): Promise<string> {
  await acknowledge(interaction, { type: InteractionResponseType.UpdateMessage, data: body }, along);
  interaction.replied = true;
  return interaction.message.id;
}

/** Offers what may be chosen. */
export async function offer(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void> {
  await acknowledge(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
  interaction.responded = true;
}

async function acknowledge(
  { id, token, client }: Repliable | AutocompleteInteraction,
  body: { type: InteractionResponseType; data: object },
  { files = [], identified = false }: Along = {},
): Promise<unknown> {
  return client.rest.post(Routes.interactionCallback(id, token), {
    body,
    files,
    auth: false,
    ...(identified ? { query: new URLSearchParams({ with_response: 'true' }) } : {}),
  });
}
