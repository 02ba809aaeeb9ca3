import { RESTJSONErrorCodes } from 'discord.js';
import { isDiscordError } from './connection/discord-error.ts';

/** What the bot must be allowed in a channel to which it writes unasked. */
export const NEEDED = 'View Channel, Send Messages, Embed Links and Read Message History';

/** What to do where Discord refuses a channel that a setting names; undefined if that is not what went wrong. */
export function remedyForChannel(error: unknown, setting: string): string | undefined {
  if (isDiscordError(error, RESTJSONErrorCodes.UnknownChannel))
    return `Discord knows no channel with the id in ${setting}: copy it again (developer mode on, right click on the channel, "Copy Channel ID").`;
  if (isDiscordError(error, RESTJSONErrorCodes.MissingAccess))
    return `The channel in ${setting} is hidden from the bot: invite the bot to that server and give it ${NEEDED} in the channel.`;
  if (isDiscordError(error, RESTJSONErrorCodes.MissingPermissions))
    return `The bot may not write in the channel in ${setting}: give it ${NEEDED} there.`;
  if (isDiscordError(error, RESTJSONErrorCodes.CannotSendMessagesInNonTextChannel))
    return `The channel in ${setting} takes no messages: choose a text channel.`;
  return undefined;
}
