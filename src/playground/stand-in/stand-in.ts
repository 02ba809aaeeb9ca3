import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type APIUser, ChannelType, GatewayDispatchEvents, GatewayIntentBits } from 'discord-api-types/v10';
import type { Hono } from 'hono';
import { Exchanges } from './exchanges.ts';
import { Gateway } from './gateway.ts';
import type { Pending } from './pending.ts';
import { restApi } from './rest.ts';
import { isForOneAlone, toldMessage } from './shapes.ts';
import { type Channel, type Guild, type Message, newChannel, newWorld, type World } from './world.ts';

/** What a page or a test may listen for: something in a channel has changed. */
type Events = {
  message: [message: Message, channel: Channel, reader: string | undefined];
  changed: [message: Message, channel: Channel];
  deleted: [message: Message, channel: Channel];
  typing: [channel: Channel];
};

/** Answers a request in Discord's stead, or lets it through: for trying what happens when Discord fails. */
export type Fault = (request: {
  method: string;
  path: string;
}) => Promise<Response | undefined> | Response | undefined;

/**
 * A stand-in for Discord on this machine: the HTTP API and the gateway that a bot speaks to, and the people who use it.
 * It holds to Discord's limits and answers mistakes as Discord does.
 */
export class StandIn {
  readonly world: World;
  readonly exchanges = new Exchanges();
  readonly events = new EventEmitter<Events>();
  readonly pending = new Map<string, Pending>();
  /** Files that the bot sent, by the path they are served under. */
  readonly files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; type: string }>();
  readonly faults: Fault[] = [];
  readonly gateway: Gateway;
  readonly #server: Server;
  readonly #port: number;
  readonly #direct = new Map<string, Channel>();

  private constructor(world: World, server: Server, port: number) {
    this.world = world;
    this.#server = server;
    this.#port = port;
    this.gateway = new Gateway(world, server);
  }

  /**
   * Starts one on a port of the loopback address; 0 takes any that is free. Throws if the port is taken. `also` adds what
   * else is served there.
   */
  static async start(token: string, port = 0, also?: (app: Hono) => void): Promise<StandIn> {
    let standIn: StandIn | undefined;
    const api = restApi(() => {
      if (standIn === undefined) throw new Error('The stand-in has not started yet.');
      return standIn;
    });
    also?.(api);
    const server = createServer(getRequestListener(api.fetch));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    standIn = new StandIn(
      newWorld(token),
      server,
      typeof address === 'object' && address !== null ? address.port : port,
    );
    return standIn;
  }

  get port(): number {
    return this.#port;
  }

  /** What to set DISCORD_API_URL to. */
  get api(): string {
    return `http://127.0.0.1:${this.#port}/api`;
  }

  get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}/gateway`;
  }

  /** Puts a message into its channel and tells of it; one for a reader alone is told to nobody else. */
  post(message: Message, channel: Channel, reader?: string): void {
    channel.messages.push(message);
    this.events.emit('message', message, channel, reader);
    if (!isForOneAlone(message)) this.#tell(GatewayDispatchEvents.MessageCreate, message, channel);
  }

  /** Tells that a message was changed. */
  change(message: Message, channel: Channel): void {
    this.events.emit('changed', message, channel);
    if (!isForOneAlone(message)) this.#tell(GatewayDispatchEvents.MessageUpdate, message, channel);
  }

  /** Takes a message away. */
  delete(message: Message, channel: Channel): void {
    channel.messages.splice(channel.messages.indexOf(message), 1);
    this.events.emit('deleted', message, channel);
  }

  /** Adds a server; a bot that is connected learns of it. */
  addGuild(guild: Guild): void {
    this.world.guilds.set(guild.id, guild);
    for (const channel of guild.channels) this.world.channels.set(channel.id, channel);
  }

  /** Adds someone. */
  addUser(user: APIUser): APIUser {
    this.world.users.set(user.id, user);
    return user;
  }

  /** The direct messages between someone and the bot. */
  directMessage(user: APIUser): Channel {
    const known = this.#direct.get(user.id);
    if (known !== undefined) return known;
    const channel = newChannel(ChannelType.DM, user.username);
    this.world.channels.set(channel.id, channel);
    this.#direct.set(user.id, channel);
    return channel;
  }

  /** Stops everything at once. */
  async stop(): Promise<void> {
    this.gateway.stop();
    for (const { settle } of this.pending.values()) settle({ kind: 'failed' });
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #tell(event: GatewayDispatchEvents, message: Message, channel: Channel) {
    this.gateway.dispatch({
      event,
      data: (intents) => toldMessage(message, channel, this.world, intents),
      intent:
        channel.guildId === undefined ? GatewayIntentBits.DirectMessages : GatewayIntentBits.GuildMessages,
      guildId: channel.guildId,
    });
  }
}
