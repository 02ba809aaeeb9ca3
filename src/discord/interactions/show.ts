import { type MessageComponentInteraction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import {
  type APIActionRowComponent,
  type APIComponentInMessageActionRow,
  ComponentType,
} from 'discord-api-types/v10';
import QuickLRU from 'quick-lru';
import type { View } from '../../replies/cards/view.ts';
import { actionOf } from '../../replies/message/action.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { update } from '../acknowledge.ts';
import { isDiscordError } from '../connection/discord-error.ts';
import type { Live } from '../live.ts';
import { againWithPicture } from './pictures.ts';

/** Private replies that are being shown: pressed twice in a hurry, the button posts once. */
const shown = new QuickLRU<string, true>({ maxSize: 1000 });

/** Posts a private reply for everyone, as it stands, and takes the button from it: it is posted once. */
export async function showToEveryone(
  interaction: MessageComponentInteraction,
  { language }: View,
  live: Live,
): Promise<void> {
  const { message } = interaction;
  const rows = message.components.flatMap((row) => {
    const json = row.toJSON();
    return json.type === ComponentType.ActionRow ? [json] : [];
  });
  const components = rows.flatMap(withoutShow);
  await update(interaction, { components });
  if (shown.has(message.id)) return;
  shown.set(message.id, true);
  try {
    await interaction.followUp({
      content: message.content,
      ...(await againWithPicture(message, live)),
      components,
    });
  } catch (error) {
    // It can be tried again.
    shown.delete(message.id);
    await interaction.editReply({ components: rows });
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
