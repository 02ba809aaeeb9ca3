import {
  type AutocompleteInteraction,
  InteractionResponseType,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  Routes,
} from 'discord.js';
import type { MessageBody } from '../replies/message/body.ts';
import type { Choice } from './command.ts';
import { isDiscordError } from './discord-error.ts';
import { persist } from './persist.ts';

type Repliable = RepliableInteraction | MessageComponentInteraction;

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

/** Discord waits three seconds: it is slow more often than a connection is dead, so the second attempt comes late. */
const IN_TIME = { silence: 2_000, pauses: [50, 100, 200, 400, 800], within: 2_300 };

async function acknowledge(
  { id, token, client }: Repliable | AutocompleteInteraction,
  body: { type: InteractionResponseType; data: object },
): Promise<void> {
  await persist(async (signal, again) => {
    try {
      await client.rest.post(Routes.interactionCallback(id, token), { body, auth: false, signal });
    } catch (error) {
      // An earlier attempt got through, and only its confirmation was lost.
      if (!again || !isDiscordError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
        throw error;
    }
  }, IN_TIME);
}
