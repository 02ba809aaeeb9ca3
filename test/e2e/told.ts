import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import type { Outcome } from '../../src/playground/stand-in/pending.ts';
import { type Acting, type Said, say } from '../../src/playground/stand-in/people.ts';
import type { Channel, Message } from '../../src/playground/stand-in/world.ts';
import type { Discord } from './discord.ts';

const EPHEMERAL = 64;
/** How Discord answers a second acknowledgement. */
const ACKNOWLEDGED_BEFORE = { code: 40060, message: 'Interaction has already been acknowledged.' };

/** All that a reader of a message sees, in order. */
export function textOf({ content, embeds }: Message): string {
  return [
    content,
    ...embeds.flatMap(({ author, title, description, fields, footer }) => [
      author?.name,
      title,
      description,
      ...(fields ?? []).flatMap(({ name, value }) => [name, value]),
      footer?.text,
    ]),
  ]
    .filter((text) => text !== undefined && text !== '')
    .join('\n');
}

/** The message that an interaction led to. Throws if it led to none. */
export function messageOf(outcome: Outcome): Message {
  if (outcome.kind !== 'message' && outcome.kind !== 'updated') throw new Error(`It was ${outcome.kind}.`);
  return outcome.message;
}

export const isPrivate = ({ flags }: Message): boolean => (flags & EPHEMERAL) !== 0;

/** The buttons and menus of a message. */
export const componentsOf = ({ components }: Message) => components.flatMap(({ components }) => components);

/** The customId of the button or menu whose label or placeholder matches. Throws if there is none. */
export function idOf(message: Message, said: RegExp): string {
  const found = componentsOf(message).find((component) =>
    said.test(component.type === 2 ? (component.label ?? '') : (component.placeholder ?? '')),
  );
  if (found?.custom_id === undefined)
    throw new Error(`No ${said} among ${JSON.stringify(componentsOf(message))}`);
  return found.custom_id;
}

/** The entries of a menu. */
export const entriesOf = (message: Message, customId: string) =>
  componentsOf(message).flatMap((component) =>
    component.type === 3 && component.custom_id === customId ? component.options : [],
  );

/** What the bot has written in a channel. */
export const fromBot = ({ standIn }: Discord, { messages }: Channel): Message[] =>
  messages.filter(({ author }) => author.id === standIn.world.bot.id);

/** The bot's next message in a channel after something was said there. */
export async function answerTo(
  discord: Discord,
  acting: Acting,
  content: string,
  said?: Said,
): Promise<Message> {
  const before = fromBot(discord, acting.channel).length;
  say(acting, content, discord.standIn, said);
  await expect.poll(() => fromBot(discord, acting.channel).length).toBe(before + 1);
  const answer = fromBot(discord, acting.channel).at(-1);
  if (answer === undefined) throw new Error('There is no answer.');
  return answer;
}

/**
 * What Discord refused of what the bot sent. An acknowledgement that came twice is left out: on a busy machine the first may
 * be confirmed late, and the tests of faults look at that.
 */
export const mistakes = ({ standIn }: Discord) =>
  standIn.exchanges.refused().filter(({ response }) => !isDeepStrictEqual(response, ACKNOWLEDGED_BEFORE));
