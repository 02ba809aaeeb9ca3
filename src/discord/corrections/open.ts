import { type MessageComponentInteraction, Routes } from 'discord.js';
import { z } from 'zod';
import type { View } from '../../replies/cards/view.ts';
import { correctionForm } from '../../replies/corrections/form.ts';
import type { Action } from '../../replies/message/action.ts';
import { messageBody } from '../../replies/message/body.ts';
import { plainReply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { openForm, reply } from '../acknowledge.ts';
import type { Live } from '../live.ts';
import { questionIn } from '../question.ts';
import { isBetweenUs } from '../viewing.ts';

/** The question is looked for so long, in milliseconds: a form must open within three seconds, and cannot be promised. */
const PATIENCE = 1_000;

/** Opens the form for what is wrong or missing in an answer; or says why not. */
export async function openCorrection(
  interaction: MessageComponentInteraction,
  action: Extract<Action, { do: 'correct' }>,
  { language }: View,
  { curators, knowledge }: Live,
): Promise<void> {
  const say = wordingIn(language);
  const tell = (text: string) =>
    reply(interaction, messageBody(plainReply(text), language), !isBetweenUs(interaction));
  if (curators === undefined) return tell(say('corrections.closed'));
  if (action.fact !== undefined && !knowledge.facts.has(action.fact)) return tell(say('problem.gone'));
  // Better now than after all is written.
  const minutes = await curators.minutesToWait(interaction.user.id);
  if (minutes !== undefined) return tell(say('corrections.tooOften', { minutes }));
  await openForm(interaction, correctionForm(action, await questionOf(interaction), language));
}

const messageSchema = z.object({
  content: z.string(),
  author: z.object({ bot: z.boolean().optional() }),
});

/** The question that an answer replies to; empty if it was asked by a command, which leaves none, or cannot be read. */
async function questionOf({ message, client }: MessageComponentInteraction): Promise<string> {
  const { reference } = message;
  if (reference?.messageId === undefined) return '';
  try {
    const asked = messageSchema.parse(
      await client.rest.get(Routes.channelMessage(reference.channelId, reference.messageId), {
        signal: AbortSignal.timeout(PATIENCE),
      }),
    );
    return asked.author.bot ? '' : questionIn(asked.content);
  } catch {
    // Deleted, or not to be read: the form has room to write it again.
    return '';
  }
}
