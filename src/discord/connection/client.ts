import { Client, Events, GatewayIntentBits, Options, Status } from 'discord.js';
import { restOptions } from './rest-options.ts';

/** The shards that a process carries, of how many in all; or as many as Discord recommends. */
export type Shards = 'auto' | { ids: number[]; count: number };

/** A client that is told of what it answers and keeps nothing else. `api` is where Discord's HTTP API is. */
export function createClient(api: string, shards: Shards): Client {
  const client = new Client({
    // None of these is privileged: direct messages and mentions carry their text without MessageContent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    rest: restOptions(api),
    ...(shards === 'auto' ? { shards } : { shards: shards.ids, shardCount: shards.count }),
    // A server that is away for a while must not keep the others waiting.
    waitGuildTimeout: 0,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      DMMessageManager: 0,
      GuildMessageManager: 0,
      MessageManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
  // Each shard answers from when it is there: connecting all of them may take minutes.
  client.on(Events.ShardReady, () => {
    client.ws.status = Status.Ready;
  });
  return client;
}
