import { type Client, Events, GatewayDispatchEvents, SnowflakeUtil } from 'discord.js';
import QuickLRU from 'quick-lru';
import type { Servers } from './servers.ts';

/** An event of the gateway, before discord.js looks at it. */
type Packet = { t?: string; d?: Record<string, unknown> };

/** Discord waits so long for the acknowledgement of an interaction, in milliseconds. Source: Discord's documentation, "Receiving and Responding". */
const TO_ACKNOWLEDGE = 3_000;
/** So many events are known again if they are sent twice. */
const KNOWN_AGAIN = 10_000;

/** What discord.js, or this bot, does something with. */
const DEALT_WITH: ReadonlySet<string | undefined> = new Set([
  GatewayDispatchEvents.Ready,
  GatewayDispatchEvents.Resumed,
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
  GatewayDispatchEvents.MessageUpdate,
]);

/** What is answered, so that a second time would be answered twice. */
const COME_ONCE: ReadonlySet<string | undefined> = new Set([
  GatewayDispatchEvents.InteractionCreate,
  GatewayDispatchEvents.MessageCreate,
]);

/** The name of an event that nobody listens to. */
const NOTHING = 'NOTHING';

/**
 * Looks at every event of the gateway before discord.js does: keeps from it what it would only store, what comes a second
 * time and what comes too late to be answered, and completes what it takes for granted.
 */
export function preparePackets(client: Client, servers: Servers): void {
  const known = new QuickLRU<string, true>({ maxSize: KNOWN_AGAIN });
  const replayedTo = new Set<number>();
  client.on(Events.ShardReconnecting, (shardId) => replayedTo.add(shardId));
  client.on(Events.Raw, (packet: Packet, shardId: number) => {
    const shards = BigInt(client.options.shardCount ?? 1);
    servers.note(packet.t, packet.d, (id) => (BigInt(id) >> 22n) % shards === BigInt(shardId));
    if (packet.t === GatewayDispatchEvents.Ready && packet.d !== undefined) packet.d.guilds = [];
    if (packet.t === GatewayDispatchEvents.Ready || packet.t === GatewayDispatchEvents.Resumed)
      replayedTo.delete(shardId);
    if (!DEALT_WITH.has(packet.t)) packet.t = NOTHING;
    const id = packet.d?.id;
    // Other events may bear the id of a message: an update of it, a thread that begins with it.
    if (typeof id !== 'string' || !COME_ONCE.has(packet.t)) return;
    if (known.has(id) || (replayedTo.has(shardId) && isTooLate(packet, id))) packet.t = NOTHING;
    known.set(id, true);
    if (packet.t === GatewayDispatchEvents.InteractionCreate) complete(packet.d);
  });
}

/** An interaction cannot be answered any more after three seconds; a message can. */
const isTooLate = ({ t }: Packet, id: string) =>
  t === GatewayDispatchEvents.InteractionCreate &&
  Date.now() - SnowflakeUtil.timestampFrom(id) > TO_ACKNOWLEDGE;

/**
 * Fills in what discord.js takes for granted in an interaction and Discord need not send: a part that is absent would
 * otherwise end the process, before any listener of ours could catch it.
 */
function complete(interaction: Packet['d'] = {}): void {
  interaction.entitlements ??= [];
  interaction.authorizing_integration_owners ??= {};
  const { data } = interaction;
  if (typeof data === 'object' && data !== null && 'target_id' in data && !('resolved' in data))
    Object.assign(data, { resolved: {} });
}
