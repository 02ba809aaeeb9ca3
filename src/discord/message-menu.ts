import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { answerReply } from '../replies/cards/answer.ts';
import { plainReply } from '../replies/message/reply.ts';
import { wordingIn } from '../replies/wording/wording.ts';
import { decide } from '../search/decide.ts';
import type { Live } from './live.ts';
import { questionIn } from './question.ts';
import { replyOptions, viewOf } from './viewing.ts';

/** Answers what the message asks on which the menu was opened, to whoever opened it. */
export async function lookUpMessage(
  interaction: MessageContextMenuCommandInteraction,
  live: Live,
): Promise<void> {
  const view = viewOf(interaction, { aside: true }, live.language);
  const question = questionIn(interaction.targetMessage.content);
  const reply =
    question === ''
      ? plainReply(wordingIn(view.language)('problem.nothingToRead'))
      : answerReply(decide(question, live.knowledge).answer, live.knowledge, view);
  await interaction.reply(replyOptions(reply, interaction, view));
}
