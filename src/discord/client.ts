import { Client, Events, GatewayDispatchEvents, GatewayIntentBits, Options } from 'discord.js';

/** A client that is told of what it answers and keeps nothing else. `api` is where Discord's HTTP API is. */
export function createClient(api: string): Client {
  return new Client({
    // None of these is privileged: direct messages and mentions carry their text without MessageContent.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      GuildForumThreadManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 0,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user.id },
      VoiceStateManager: 0,
    }),
  });
}

/**
 * Fills in what discord.js takes for granted in an interaction and Discord need not send: a part that is absent would
 * otherwise end the process, before any listener of ours could catch it.
 */
export function completePayloads(client: Client): void {
  client.on(Events.Raw, (packet: { t?: string; d?: Record<string, unknown> }) => {
    if (packet.t !== GatewayDispatchEvents.InteractionCreate || packet.d === undefined) return;
    packet.d.entitlements ??= [];
    packet.d.authorizing_integration_owners ??= {};
    const { data } = packet.d;
    if (typeof data === 'object' && data !== null && 'target_id' in data && !('resolved' in data))
      Object.assign(data, { resolved: {} });
  });
}
