import { type Client, PermissionFlagsBits, Routes, ShardClientUtil, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import type { MessageBody } from '../../replies/message/body.ts';

const channelSchema = z.object({ guild_id: z.string().optional() });

const messagesSchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    embeds: z.array(z.object({ footer: z.object({ text: z.string() }).nullish() })),
  }),
);

/** As many messages as Discord gives at once. */
const PAGE = 100;

/** The server of a channel; undefined for a direct message. Throws if the bot may not see the channel. */
export async function guildOf(channelId: string, { rest }: Client): Promise<string | undefined> {
  return channelSchema.parse(await rest.get(Routes.channel(channelId))).guild_id;
}

/** Does this process hear of what happens in a server? Where there is none, that is the first shard's. */
export function isHeardHere(guildId: string | undefined, { ws, options }: Client): boolean {
  return ws.shards.has(
    guildId === undefined ? 0 : ShardClientUtil.shardIdForGuildId(guildId, options.shardCount ?? 1),
  );
}

/** May the bot read what was written in a channel before? Where it may not, Discord gives an empty list and no error. */
export async function mayReadHistory(
  channelId: string,
  guildId: string | undefined,
  client: Client,
): Promise<boolean> {
  if (guildId === undefined) return true;
  // Asked for anew: nothing is kept of servers, nor shall be.
  const anew = { cache: false, force: true };
  const guild = await client.guilds.fetch({ guild: guildId, ...anew });
  const [channel, self] = await Promise.all([
    guild.channels.fetch(channelId, anew),
    guild.members.fetchMe(anew),
  ]);
  // What may be done in a thread is settled by the channel that it is in.
  const place = channel?.isThread() ? await guild.channels.fetch(channel.parentId ?? '', anew) : channel;
  return place?.permissionsFor(self).has(PermissionFlagsBits.ReadMessageHistory) ?? true;
}

/** Has the bot written a message into a channel since a moment, in milliseconds since 1970, one of whose footers passes? */
export async function hasWritten(
  isIt: (footer: string) => boolean,
  channelId: string,
  since: number,
  { rest, user }: Client<true>,
): Promise<boolean> {
  let after = String(
    SnowflakeUtil.generate({ timestamp: since, increment: 0n, workerId: 0n, processId: 0n }),
  );
  for (;;) {
    const query = new URLSearchParams({ after, limit: String(PAGE) });
    const messages = messagesSchema.parse(await rest.get(Routes.channelMessages(channelId), { query }));
    const own = messages.filter(({ author }) => author.id === user.id);
    if (own.some(({ embeds }) => embeds.some(({ footer }) => isIt(footer?.text ?? '')))) return true;
    // The newest comes first.
    const [newest] = messages;
    if (newest === undefined || messages.length < PAGE) return false;
    after = newest.id;
  }
}

/** Writes a message into a channel. The same name within some minutes, sent again or by another process, writes it once. */
export async function write(
  body: MessageBody,
  name: string,
  channelId: string,
  { rest }: Client,
): Promise<void> {
  await rest.post(Routes.channelMessages(channelId), {
    body: { ...body, nonce: name, enforce_nonce: true },
  });
}
