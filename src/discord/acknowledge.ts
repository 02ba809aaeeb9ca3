import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  InteractionResponseType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  Routes,
} from 'discord.js';
import type { MessageBody } from '../replies/message/body.ts';
import type { Choice } from './command.ts';

type Repliable =
  | ChatInputCommandInteraction
  | MessageComponentInteraction
  | MessageContextMenuCommandInteraction;

/*
 * The three ways in which an interaction is acknowledged. They go straight to Discord's API: what discord.js would make
 * of a body is what the body is already.
 */

/** Answers with a message, for everyone or for the reader alone. */
export async function reply(interaction: Repliable, body: MessageBody, alone: boolean): Promise<void> {
  await acknowledge(interaction, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: alone ? { ...body, flags: MessageFlags.Ephemeral } : body,
  });
  interaction.replied = true;
}

/** Turns the message on which a button was pressed into another. */
export async function update(interaction: Repliable, body: Partial<MessageBody>): Promise<void> {
  await acknowledge(interaction, { type: InteractionResponseType.UpdateMessage, data: body });
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

async function acknowledge(
  { id, token, client }: Repliable | AutocompleteInteraction,
  body: { type: InteractionResponseType; data: object },
): Promise<void> {
  await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false });
}
