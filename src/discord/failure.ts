import { randomBytes } from 'node:crypto';
import { type BaseInteraction, DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import { wordingIn } from '../replies/wording/wording.ts';
import { offer } from './acknowledge.ts';
import { languageFor } from './language.ts';
import type { Live } from './live.ts';

/** A short word by which a reader's report is found in the log. */
const newReference = (): string => randomBytes(4).toString('hex');

/** Has Discord said so? */
export const isDiscordError = (error: unknown, ...codes: number[]): error is DiscordAPIError =>
  error instanceof DiscordAPIError && codes.some((code) => code === error.code);

/**
 * After something went wrong in answering an interaction: notes the cause under a reference and tells the reader, if the
 * interaction can still be answered. Never throws.
 */
export async function answerFailure(interaction: BaseInteraction, error: unknown, live: Live): Promise<void> {
  const age = Date.now() - interaction.createdTimestamp;
  // Too late, or not ours to answer: another word would be refused as well.
  if (isDiscordError(error, RESTJSONErrorCodes.UnknownInteraction))
    return live.log.warn({ age }, 'an interaction was no longer known to Discord when it was answered');
  if (isDiscordError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged))
    return live.log.warn(
      { age },
      'an interaction was answered already: is a second copy of the bot running?',
    );
  const reference = newReference();
  live.log.error({ err: error, reference }, 'an interaction could not be answered');
  try {
    if (interaction.isAutocomplete()) {
      if (!interaction.responded) await offer(interaction, []);
    } else if (interaction.isRepliable()) {
      const language = languageFor({ alone: true, readerLocale: interaction.locale }, live.language);
      const told = {
        content: wordingIn(language)('problem.failed', { reference }),
        flags: MessageFlags.Ephemeral,
      } as const;
      if (interaction.replied || interaction.deferred) await interaction.followUp(told);
      else await interaction.reply(told);
    }
  } catch (second) {
    live.log.error({ err: second, reference }, 'nor could the reader be told');
  }
}
