import { type Client, GatewayDispatchEvents, MessageType, Routes } from 'discord.js';
import QuickLRU from 'quick-lru';
import { z } from 'zod';
import { shownSchema, toldIn } from '../../replies/cards/told-in.ts';
import type { Told } from '../../search/following/told.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import type { Live } from '../live.ts';

/** A direct message is taken to follow on the answer before it for so long, in milliseconds. */
const STILL_SPOKEN_OF = 10 * 60 * 1000;
/** So long a message is waited for that Discord did not send along, in milliseconds. */
const LONGEST_WAIT = 2000;
/** In so many direct messages the last answer is kept. */
const MOST = 5000;

/** What was last told in each direct message, by its channel: the facts alone, in memory alone. Other facts forget all. */
const lastTold = new WeakMap<Knowledge, QuickLRU<string, Told>>();

function lastToldFrom(knowledge: Knowledge): QuickLRU<string, Told> {
  const kept = lastTold.get(knowledge) ?? new QuickLRU({ maxSize: MOST, maxAge: STILL_SPOKEN_OF });
  lastTold.set(knowledge, kept);
  return kept;
}

const ourSchema = shownSchema.extend({
  id: z.string(),
  channel_id: z.string(),
  author: z.object({ id: z.string() }),
});

/** A message that we wrote; undefined if someone else did, or if it is none. */
function ourMessage(data: unknown, client: Client) {
  const { data: message } = ourSchema.safeParse(data);
  return message !== undefined && message.author.id === client.user?.id ? message : undefined;
}

/** Keeps what each of our own direct messages tells, be it written, changed by a button or the reply to a command. */
export function keepTold(client: Client, live: Live): void {
  const seen = new QuickLRU<string, string>({ maxSize: MOST });
  const keep = (data: unknown) => {
    // Of servers there is much to hear, and none of it is kept.
    if (typeof data !== 'object' || data === null) return;
    if ('guild_id' in data && typeof data.guild_id === 'string') return;
    const message = ourMessage(data, client);
    if (message === undefined) return;
    const told = toldIn(message, live.knowledge);
    const key = told === undefined ? '' : JSON.stringify(keyOf(told));
    // A picture that arrives later says nothing new, and the talk may have gone on meanwhile.
    const isNew = seen.get(message.id) !== key;
    seen.set(message.id, key);
    if (!isNew) return;
    const kept = lastToldFrom(live.knowledge);
    // What tells nothing ends what was spoken of: the next question may be on what was refused.
    if (told === undefined) kept.delete(message.channel_id);
    else kept.set(message.channel_id, told);
  };
  client.ws.on(GatewayDispatchEvents.MessageCreate, keep);
  client.ws.on(GatewayDispatchEvents.MessageUpdate, keep);
}

/** What is needed of a message to know on what it follows. */
type Following = {
  channel_id: string;
  guild_id?: string | null | undefined;
  type: number;
  message_reference?: { message_id?: string | null | undefined } | null | undefined;
  referenced_message?: unknown;
};

/**
 * What was told before a message: by the answer of ours to which it is a reply; in a direct message that is no reply, by
 * our last one there, if that is not long ago. Undefined if nothing was.
 */
export async function toldBefore(
  { channel_id, guild_id, type, message_reference, referenced_message }: Following,
  client: Client,
  { knowledge }: Live,
): Promise<Told | undefined> {
  const replied = type === MessageType.Reply ? message_reference?.message_id : undefined;
  if (typeof replied !== 'string')
    return typeof guild_id === 'string' ? undefined : lastToldFrom(knowledge).get(channel_id);
  const data =
    referenced_message === undefined ? await fetched(channel_id, replied, client) : referenced_message;
  const message = ourMessage(data, client);
  return message === undefined ? undefined : toldIn(message, knowledge);
}

/** A message that Discord did not send along; undefined if it cannot be had: a question is answered all the same. */
async function fetched(channel: string, message: string, client: Client): Promise<unknown> {
  try {
    return await client.rest.get(Routes.channelMessage(channel, message), {
      signal: AbortSignal.timeout(LONGEST_WAIT),
    });
  } catch {
    return undefined;
  }
}

/** What tells one context from another, for keeping replies by it. */
export const keyOf = ({ leads, facts, things, language }: Told) => [
  leads.map(({ id }) => id),
  facts.map(({ id }) => id),
  things,
  language,
];
