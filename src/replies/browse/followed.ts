import type { Followed } from '../../search/following/follow.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { answerReply } from '../cards/answer.ts';
import type { View } from '../cards/view.ts';
import type { Reply } from '../message/reply.ts';
import { citedReply } from './cited.ts';

/** What a message is met with in the light of what was told before: an answer, or the sources of those facts. */
export function followedReply(followed: Followed, knowledge: Knowledge, view: View): Reply {
  if ('answer' in followed) return answerReply(followed.answer, knowledge, view);
  const replies = followed.cited.map((fact) => citedReply(fact, knowledge, view));
  return {
    embeds: replies.flatMap(({ embeds }) => embeds),
    rows: replies[0]?.rows ?? [],
    told: { status: 'answer', topic: followed.cited[0]?.topic ?? 'unknown' },
  };
}
