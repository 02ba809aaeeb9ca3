import { MessageFlags, type ModalSubmitInteraction, messageLink } from 'discord.js';
import type { PARTS } from '../../replies/corrections/form.ts';
import { codeBlock } from '../../replies/corrections/quoted.ts';
import { readCorrection, reportReply, saysSomething } from '../../replies/corrections/report.ts';
import { type Action, actionOf } from '../../replies/message/action.ts';
import { messageBody } from '../../replies/message/body.ts';
import { plainReply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { defer, fill, reply } from '../acknowledge.ts';
import type { Live } from '../live.ts';
import { isBetweenUs, viewOf } from '../viewing.ts';

/** Hands what was written into the form to the curators, and thanks whoever wrote it, to them alone. */
export async function takeCorrection(interaction: ModalSubmitInteraction, live: Live): Promise<void> {
  const named = actionOf(interaction.customId);
  const action = named?.do === 'correct' ? named : undefined;
  const { language } = viewOf(interaction, { aside: true, language: action?.in }, live);
  const say = wordingIn(language);
  const alone = !isBetweenUs(interaction);
  const bodyOf = (text: string) => messageBody(plainReply(text), language);
  const tell = (text: string) => reply(interaction, bodyOf(text), alone);
  if (action === undefined) return tell(say('problem.unknownAction'));
  const { curators, knowledge } = live;
  if (curators === undefined) return tell(say('corrections.closed'));
  const written = readCorrection(valuesOf(interaction));
  if (!saysSomething(written)) return tell(say('corrections.tooShort'));
  const minutes = await curators.count(interaction.user.id);
  if (minutes !== undefined) return tell(say('corrections.tooOften', { minutes }));
  // Their channel may take its time.
  try {
    await defer(interaction, alone);
  } catch (error) {
    await curators.discount(interaction.user.id);
    throw error;
  }
  const facts = factsOf(action, interaction, live);
  const correction = { ...written, facts, language, link: linkOf(interaction) };
  const report = reportReply(correction, curators.folder, knowledge, live.language);
  const arrived = await curators.tell(messageBody(report, live.language), interaction.id, interaction.client);
  if (arrived) return fill(interaction, bodyOf(say('corrections.thanks')));
  await curators.discount(interaction.user.id);
  return fill(interaction, bodyOf([say('corrections.undelivered'), codeBlock(written.text)].join('\n')));
}

/** What was written into each part; nothing into one that was not sent. */
function valuesOf({ fields }: ModalSubmitInteraction): Record<keyof typeof PARTS, string> {
  const textOf = (part: keyof typeof PARTS): string => {
    const field = fields.fields.get(part);
    return field !== undefined && 'value' in field && typeof field.value === 'string' ? field.value : '';
  };
  return { text: textOf('text'), source: textOf('source'), question: textOf('question') };
}

/** The facts that an answer tells: that of the button, and those that the footers of its cards name. */
function factsOf(
  { fact }: Extract<Action, { do: 'correct' }>,
  { message }: ModalSubmitInteraction,
  { knowledge }: Live,
): string[] {
  const shown = (message?.embeds ?? [])
    .flatMap(({ footer }) => footer?.text.split(/[·;]/) ?? [])
    .map((part) => part.trim())
    .filter((part) => knowledge.facts.has(part));
  return [...new Set([...(fact === undefined ? [] : [fact]), ...shown])];
}

/** The address of the answer; none where only whoever wrote can open it. */
function linkOf({ message, guildId, channelId }: ModalSubmitInteraction): string | undefined {
  if (message === null || guildId === null || channelId === null) return undefined;
  return message.flags.has(MessageFlags.Ephemeral) ? undefined : messageLink(channelId, message.id, guildId);
}
