import { type BaseInteraction, InteractionContextType, MessageFlags } from 'discord.js';
import type { Language } from '../facts/model.ts';
import type { View } from '../replies/cards/view.ts';
import { messageBody } from '../replies/message/body.ts';
import type { Reply } from '../replies/message/reply.ts';
import { languageFor } from './language.ts';

/** In a direct message with the bot there is nobody to hide from. */
export const isBetweenUs = ({ context }: BaseInteraction): boolean =>
  context === InteractionContextType.BotDM;

/** How the reply to an interaction is seen. */
export function viewOf(
  interaction: BaseInteraction,
  { aside, language }: { aside: boolean; language?: Language | undefined },
  otherwise: Language,
): View {
  const betweenUs = isBetweenUs(interaction);
  return {
    language:
      language ??
      languageFor(
        {
          alone: aside || betweenUs,
          readerLocale: interaction.locale,
          serverLocale: interaction.guildLocale,
        },
        otherwise,
      ),
    showable: aside && !betweenUs,
  };
}

/** A reply as discord.js takes it in place of what a message said before. */
export function bodyOptions(reply: Reply, { language }: View) {
  const { content, embeds, components } = messageBody(reply, language);
  return { content, embeds, components };
}

/** A reply as discord.js takes it: for everyone, or for the reader alone. */
export function replyOptions(reply: Reply, interaction: BaseInteraction, view: View) {
  const alone = view.showable || (reply.aside === true && !isBetweenUs(interaction));
  return { ...bodyOptions(reply, view), ...(alone ? { flags: MessageFlags.Ephemeral as const } : {}) };
}
