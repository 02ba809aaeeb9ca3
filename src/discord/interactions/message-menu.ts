import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { answerReply } from '../../replies/cards/answer.ts';
import { plainReply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { decide } from '../../search/decide.ts';
import { reply } from '../acknowledge.ts';
import type { Live } from '../live.ts';
import { questionIn } from '../question.ts';
import { remembered } from '../remembered.ts';
import { isAlone, saidOf, viewOf } from '../viewing.ts';

/** Answers what the message asks on which the menu was opened, to whoever opened it. */
export async function lookUpMessage(
  interaction: MessageContextMenuCommandInteraction,
  live: Live,
): Promise<void> {
  const question = questionIn(interaction.targetMessage.content ?? '');
  const view = viewOf(interaction, { aside: true }, live);
  const answer = () =>
    question === ''
      ? plainReply(wordingIn(view.language)('problem.nothingToRead'))
      : answerReply(decide(question, live.knowledge).answer, live.knowledge, view);
  const { body, aside, told, language } = remembered(live.knowledge, [question, view], () =>
    saidOf(answer(), view),
  );
  await reply(interaction, body, isAlone(interaction, view, aside));
  if (told !== undefined) live.figures.told(told, language);
}
