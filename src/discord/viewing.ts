import { type BaseInteraction, InteractionContextType } from 'discord.js';
import type { Language } from '../facts/model.ts';
import type { View } from '../replies/cards/view.ts';
import { messageBody } from '../replies/message/body.ts';
import type { Reply } from '../replies/message/reply.ts';
import type { Spoken } from '../search/language.ts';
import { languageFor } from './language.ts';
import type { Said } from './remembered.ts';

/** In a direct message with the bot there is nobody to hide from. */
export const isBetweenUs = ({ context }: BaseInteraction): boolean =>
  context === InteractionContextType.BotDM;

/** How the reply to an interaction is seen. */
export function viewOf(
  interaction: BaseInteraction,
  {
    aside,
    language,
    question,
  }: { aside: boolean; language?: Language | undefined; question?: Spoken | undefined },
  otherwise: Language,
): View {
  const betweenUs = isBetweenUs(interaction);
  return {
    language:
      language ??
      languageFor(
        {
          alone: aside || betweenUs,
          question,
          readerLocale: interaction.locale,
          // Among friends there is no server: whoever asks speaks for all.
          serverLocale: interaction.guildId === null ? interaction.locale : interaction.guildLocale,
        },
        otherwise,
      ),
    showable: aside && !betweenUs,
  };
}

/** Shall only the reader see a reply? */
export const isAlone = (interaction: BaseInteraction, { showable }: View, aside: boolean): boolean =>
  showable || (aside && !isBetweenUs(interaction));

/** A reply ready to be sent. */
export const saidOf = (reply: Reply, { language }: View): Said => ({
  body: messageBody(reply, language),
  aside: reply.aside ?? false,
  language,
  ...(reply.told === undefined ? {} : { told: reply.told }),
});
