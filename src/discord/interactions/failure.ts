import { randomBytes } from 'node:crypto';
import { type BaseInteraction, MessageFlags, RateLimitError, RESTJSONErrorCodes } from 'discord.js';
import type { Exchanged } from '../../health/figures.ts';
import { messageBody } from '../../replies/message/body.ts';
import { plainReply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { offer, reply } from '../acknowledge.ts';
import { isDiscordError, isPassing } from '../connection/discord-error.ts';
import { languageFor } from '../language.ts';
import type { Live } from '../live.ts';

/** A short word by which a reader's report is found in the log. */
const newReference = (): string => randomBytes(4).toString('hex');

/**
 * After something went wrong in answering an interaction: notes the cause under a reference and tells the reader, if the
 * interaction can still be answered. Gives how it came out; never throws.
 */
export async function answerFailure(
  interaction: BaseInteraction,
  error: unknown,
  live: Live,
): Promise<Exchanged['outcome']> {
  const age = Date.now() - interaction.createdTimestamp;
  // Too late, or not ours to answer: another word would be refused as well.
  if (isDiscordError(error, RESTJSONErrorCodes.UnknownInteraction)) {
    live.log.warn({ age }, 'an interaction was no longer known to Discord when it was answered');
    return 'late';
  }
  if (isDiscordError(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) {
    live.log.warn({ age }, 'an interaction was answered already: is a second copy of the bot running?');
    return 'twice';
  }
  const reference = newReference();
  live.log.error({ err: error, reference }, 'an interaction could not be answered');
  // Where Discord itself does not answer, another word would not get through either.
  if (isPassing(error) || error instanceof RateLimitError) return 'failed';
  try {
    if (interaction.isAutocomplete()) {
      if (!interaction.responded) await offer(interaction, []);
    } else if (interaction.isRepliable()) {
      const language = languageFor({ alone: true, readerLocale: interaction.locale }, live.language);
      const told = plainReply(wordingIn(language)('problem.failed', { reference }));
      const body = messageBody(told, language);
      if (interaction.replied || interaction.deferred)
        await interaction.followUp({ content: body.content, flags: MessageFlags.Ephemeral });
      else await reply(interaction, body, true);
    }
  } catch (second) {
    live.log.error({ err: second, reference }, 'nor could the reader be told');
  }
  return 'failed';
}
