import { z } from 'zod';
import { type Language, languageSchema } from '../facts/model.ts';
import { answerReply } from '../replies/cards/answer.ts';
import { shownSchema, toldIn } from '../replies/cards/told-in.ts';
import { messageBody } from '../replies/message/body.ts';
import { decide } from '../search/decide.ts';
import { follow } from '../search/following/follow.ts';
import type { Told } from '../search/following/told.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import { readJsonLines } from './json-lines.ts';

const conversationSchema = z.strictObject({
  id: z.string(),
  language: languageSchema,
  /** Was it looked at while the program was tuned? */
  seen: z.boolean(),
  /** Is the second question a reply to the answer, or the next direct message? */
  from: z.enum(['reply', 'direct']),
  first: z.string(),
  question: z.string(),
  kind: z.string(),
  /** Any of these facts must come first, or be the one whose sources are given; none where nothing is to be told. */
  expect: z.array(z.string()),
});

export type Conversation = z.infer<typeof conversationSchema>;

/** All conversations in the `.jsonl` files of a folder, in order. Throws an Error that names the line that is none. */
export const readConversations = (folder: string): Conversation[] =>
  readJsonLines(folder, conversationSchema);

/** What the answer to a first question has told, read back from the message that it makes on Discord. */
function toldFirst(first: string, language: Language, knowledge: Knowledge): Told | undefined {
  const { answer } = decide(first, knowledge);
  const reply = answerReply(answer, knowledge, { language, showable: false });
  return toldIn(shownSchema.parse(messageBody(reply, language)), knowledge);
}

/** What is met with a conversation's second question: the facts that come first, or whose sources are given, and whether it is right. */
export function outcomeOfConversation(
  { first, question, language, kind, expect }: Conversation,
  knowledge: Knowledge,
): { told: string[]; right: boolean } {
  const followed = follow(question, knowledge, toldFirst(first, language, knowledge));
  const cited = 'cited' in followed;
  const told = cited
    ? followed.cited.map(({ id }) => id)
    : followed.answer.status === 'answer'
      ? followed.answer.cards.flatMap(({ columns }) => columns.flatMap(({ facts }) => facts[0]?.id ?? []))
      : [];
  const right =
    expect.length === 0
      ? told.length === 0
      : cited === (kind === 'sources') && told.some((id) => expect.includes(id));
  return { told, right };
}

/** How many conversations were held, and in how many of them the second answer is right. */
export type Held = { held: number; right: number };

/** Holds conversations, and counts them by a name given to each, in the order in which names first appear. */
export function countConversations(
  conversations: readonly Conversation[],
  knowledge: Knowledge,
  nameOf: (conversation: Conversation) => string,
): Map<string, Held> {
  const counts = new Map<string, Held>();
  for (const conversation of conversations) {
    const count = counts.get(nameOf(conversation)) ?? { held: 0, right: 0 };
    count.held++;
    if (outcomeOfConversation(conversation, knowledge).right) count.right++;
    counts.set(nameOf(conversation), count);
  }
  return counts;
}
