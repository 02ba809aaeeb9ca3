import { type Client, Events, Status } from 'discord.js';

/** A connection is taken for dead after so long without a sign of life, in milliseconds: nearly three heartbeats. */
const SILENT = 120_000;

/** How the connections to the gateway are. */
export type Liveness = {
  /** Has each connection shown a sign of life lately? While some are still to be made, has any? */
  isAlive: (now: number) => boolean;
  /** Are all connections there, so that every event arrives? */
  isReady: () => boolean;
};

/** Watches a client's connections: heartbeats that were acknowledged, and sessions that began or were resumed. */
export function watchLiveness(client: Client, begun: number): Liveness {
  const since = new Map<number, number>();
  const sign = (shard: number) => since.set(shard, Date.now());
  client.on(Events.ShardReady, sign);
  client.on(Events.ShardResume, sign);
  const lastSign = ({ id, lastPingTimestamp }: { id: number; lastPingTimestamp: number }) =>
    Math.max(lastPingTimestamp, since.get(id) ?? 0);
  return {
    isAlive(now) {
      const seen = [...client.ws.shards.values()].map(lastSign).filter((sign) => sign > 0);
      const oldest = seen.length === client.ws.shards.size ? Math.min(...seen) : Math.max(begun, ...seen);
      return now - oldest <= SILENT;
    },
    isReady: () =>
      client.ws.shards.size > 0 && client.ws.shards.every(({ status }) => status === Status.Ready),
  };
}
