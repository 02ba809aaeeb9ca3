import { type Client, GatewayDispatchEvents, MessageType, RESTJSONErrorCodes, Routes } from 'discord.js';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { z } from 'zod';
import type { Exchanged } from '../../health/figures.ts';
import { followedReply } from '../../replies/browse/followed.ts';
import type { View } from '../../replies/cards/view.ts';
import { helpReply } from '../../replies/guide/help.ts';
import { type MessageBody, messageText } from '../../replies/message/body.ts';
import { plainReply, type Reply } from '../../replies/message/reply.ts';
import { wordingIn } from '../../replies/wording/wording.ts';
import { follow } from '../../search/following/follow.ts';
import type { Told } from '../../search/following/told.ts';
import { languageAfter } from '../../search/language.ts';
import { isDiscordError } from '../connection/discord-error.ts';
import { PATIENTLY, persist } from '../connection/persist.ts';
import { languageFor } from '../language.ts';
import { askingOf, type Live } from '../live.ts';
import { questionIn } from '../question.ts';
import { remembered } from '../remembered.ts';
import { saidOf } from '../viewing.ts';
import { keepTold, keyOf, toldBefore } from './told-before.ts';

/** Nobody types so many questions in so many seconds. */
const AT_ONCE = { points: 20, duration: 20 };
/** After so many milliseconds without an answer "… is typing" is shown. */
const LONG = 800;

/** What is needed of a message as the gateway tells of it. */
const messageSchema = z.object({
  id: z.string(),
  channel_id: z.string(),
  guild_id: z.string().nullish(),
  author: z.object({ id: z.string(), bot: z.boolean().nullish(), system: z.boolean().nullish() }),
  webhook_id: z.string().nullish(),
  type: z.int().default(MessageType.Default),
  content: z.string().default(''),
  message_reference: z.object({ message_id: z.string().nullish() }).nullish(),
  /** Not there where Discord did not look, null where the message is gone. */
  referenced_message: z.unknown().optional(),
});

type Message = z.infer<typeof messageSchema>;

/**
 * Answers direct messages, and messages that mention the bot. It listens to the gateway itself: discord.js keeps quiet
 * about messages in channels that it does not know, and knowing them all would take memory for nothing.
 */
export function answerMessages(client: Client, live: Live): void {
  const limiter = new RateLimiterMemory(AT_ONCE);
  keepTold(client, live);
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: unknown) => {
    const { data: message } = messageSchema.safeParse(data);
    const self = client.user?.id;
    if (message === undefined || self === undefined || !isForUs(message, self)) return;
    live.inFlight.begin(async () => {
      const begun = performance.now();
      const outcome = await answer(message, client, limiter, live).catch((error: unknown) => {
        live.log.error({ err: error }, 'a message could not be answered');
        return 'failed' as const;
      });
      const what = typeof message.guild_id === 'string' ? 'mention' : 'direct message';
      live.figures.exchanged({ what, outcome, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

/** A person's own words, in a direct message or with a literal mention: neither a reply's ping nor @everyone is one. */
function isForUs({ author, webhook_id, type, guild_id, content }: Message, self: string): boolean {
  if (author.bot || author.system || author.id === self || typeof webhook_id === 'string') return false;
  if (type !== MessageType.Default && type !== MessageType.Reply) return false;
  return typeof guild_id !== 'string' || content.includes(`<@${self}>`) || content.includes(`<@!${self}>`);
}

async function answer(
  message: Message,
  client: Client,
  limiter: RateLimiterMemory,
  live: Live,
): Promise<Exchanged['outcome']> {
  const alone = typeof message.guild_id !== 'string';
  const serverLocale = live.servers.localeOf(message.guild_id);
  const wait = await secondsToWait(message.author.id, limiter);
  if (wait === 'quiet') return 'quiet';
  const question = questionIn(message.content);
  const before = await toldBefore(message, client, live);
  const answered = (): { said: Reply; view: View } => {
    const spoken = languageAfter(question, live.knowledge, before?.language);
    const language = languageFor({ alone, serverLocale, question: spoken }, live.language);
    const view = { language, showable: false, feedback: live.curators !== undefined };
    const said =
      wait === undefined
        ? replyTo(question, before, live, view)
        : plainReply(wordingIn(language)('problem.tooFast', { seconds: wait }));
    return { said, view };
  };
  const { body, told, language } = remembered(
    live.knowledge,
    ['message', question, wait, alone, serverLocale, before && keyOf(before)],
    () => {
      const { said, view } = answered();
      return saidOf(said, view);
    },
  );
  const plain = () => {
    const { said, view } = answered();
    return messageText(said, view.language);
  };
  const outcome = await send(body, plain, message, client, live);
  if (told !== undefined) live.figures.told(told, language);
  return outcome;
}

function replyTo(question: string, before: Told | undefined, live: Live, view: View): Reply {
  if (question === '' || question.toLowerCase() === 'help')
    return helpReply(askingOf(live, view).commandsIn(view.language), live.knowledge.base, view);
  return followedReply(follow(question, live.knowledge, before), live.knowledge, view);
}

/** How long someone who writes too much is to wait, in seconds: told once, then kept to in silence. */
async function secondsToWait(
  user: string,
  limiter: RateLimiterMemory,
): Promise<number | 'quiet' | undefined> {
  try {
    await limiter.consume(user);
    return undefined;
  } catch (full) {
    if (!(full instanceof RateLimiterRes)) throw full;
    return full.consumedPoints === AT_ONCE.points + 1 ? Math.ceil(full.msBeforeNext / 1000) : 'quiet';
  }
}

/** Sends a reply to a message, straight to its channel; as plain text where embeds are not allowed. */
async function send(
  body: MessageBody,
  plain: () => MessageBody,
  { id, channel_id }: Message,
  client: Client,
  live: Live,
): Promise<'answered' | 'denied'> {
  // The nonce keeps a reply whose confirmation was lost from being posted twice.
  const post = (body: MessageBody, more: object) =>
    persist(async (signal) => {
      await client.rest.post(Routes.channelMessages(channel_id), {
        body: { ...body, ...more, nonce: id, enforce_nonce: true },
        signal,
      });
      return 'answered' as const;
    }, PATIENTLY);
  const typing = setTimeout(() => {
    client.rest.post(Routes.channelTyping(channel_id)).catch(() => undefined);
  }, LONG);
  try {
    return await post(body, { message_reference: { message_id: id, fail_if_not_exists: false } });
  } catch (error) {
    if (!isDenied(error)) throw error;
    // It may be embeds alone that are not allowed here, or pointing at what is answered.
    return await post(plain(), {}).catch((second) => {
      if (!isDenied(second)) throw second;
      live.log.info('a mention stays unanswered: no permission to write in that channel');
      return 'denied' as const;
    });
  } finally {
    clearTimeout(typing);
  }
}

const isDenied = (error: unknown) =>
  isDiscordError(
    error,
    RESTJSONErrorCodes.MissingPermissions,
    RESTJSONErrorCodes.MissingAccess,
    RESTJSONErrorCodes.CannotSendMessagesToThisUser,
    RESTJSONErrorCodes.CannotReplyWithoutPermissionToReadMessageHistory,
  );
