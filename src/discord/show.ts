import { type MessageComponentInteraction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ComponentType,
} from 'discord-api-types/v10';
import type { View } from '../replies/cards/view.ts';
import { actionOf } from '../replies/message/action.ts';
import { wordingIn } from '../replies/wording/wording.ts';
import { isDiscordError } from './failure.ts';
import type { Live } from './live.ts';

/** Posts a private reply for everyone, as it stands, and takes the button from it: it is posted once. */
export async function showToEveryone(
  interaction: MessageComponentInteraction,
  { language }: View,
  live: Live,
): Promise<void> {
  const { message } = interaction;
  const components = message.components.flatMap((row) => {
    const json = row.toJSON();
    return json.type === ComponentType.ActionRow ? withoutShow(json) : [];
  });
  await interaction.update({ components });
  try {
    await interaction.followUp({
      content: message.content,
      embeds: message.embeds.map((embed) => embed.toJSON()),
      components,
    });
  } catch (error) {
    if (!isDiscordError(error, RESTJSONErrorCodes.MissingPermissions, RESTJSONErrorCodes.MissingAccess))
      throw error;
    live.log.info('a private reply could not be shown to everyone: no permission in that channel');
    await interaction.followUp({
      content: wordingIn(language)('problem.notShown'),
      flags: MessageFlags.Ephemeral,
    });
  }
}

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

function withoutShow(row: Row): Row[] {
  const components = row.components.filter(
    (component) => !('custom_id' in component && actionOf(component.custom_id)?.do === 'show'),
  );
  return components.length === 0 ? [] : [{ ...row, components }];
}
