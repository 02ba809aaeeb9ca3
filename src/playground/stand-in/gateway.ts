import type { Server } from 'node:http';
import { GatewayDispatchEvents, GatewayIntentBits, GatewayOpcodes } from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { guildCreate } from './shapes.ts';
import { newSnowflake } from './snowflake.ts';
import type { World } from './world.ts';

/** What a bot may not ask for unless it is let. */
const PRIVILEGED =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

const payloadSchema = z.looseObject({ op: z.int(), d: z.unknown() });

const identifySchema = z.looseObject({
  token: z.string(),
  intents: z.int(),
  shard: z.tuple([z.int(), z.int()]).optional(),
});

const resumeSchema = z.looseObject({ token: z.string(), session_id: z.string(), seq: z.int() });

/** An event on its way to the bot: which intent it takes, and which server it is of. */
export type Dispatch = {
  event: GatewayDispatchEvents;
  data: (intents: number) => unknown;
  intent?: GatewayIntentBits;
  guildId?: string | undefined;
};

type Session = {
  id: string;
  socket: WebSocket | undefined;
  intents: number;
  shard: readonly [number, number];
  sequence: number;
  /** What was sent, for whoever resumes. */
  sent: { s: number; text: string }[];
};

/** How long the bot is told to wait between two heartbeats, in milliseconds. */
const HEARTBEAT = 41_250;
const MOST_KEPT = 1_000;

/** The gateway: it tells each connected bot what happens, by the intents that it asked for. */
export class Gateway {
  readonly #world: World;
  readonly #server: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  /** Are heartbeats acknowledged? */
  acknowledges = true;
  heartbeatInterval = HEARTBEAT;
  /** Between two sessions that begin in the same turn; 0 lets all begin at once. In milliseconds; Discord's is 5,000. */
  identifyInterval = 0;
  /** Which shards began a session, and when. */
  readonly begun: { shard: number; at: number }[] = [];
  /** Is it out of reach? Then every connection is cut at once. */
  away = false;
  /** How many connections there were in all. */
  greeted = 0;
  /** A code with which every new connection is closed instead of let in. */
  refuses: number | undefined;

  constructor(world: World, http: Server) {
    this.#world = world;
    this.#server = new WebSocketServer({ server: http, path: '/gateway' });
    this.#server.on('connection', (socket) => this.#greet(socket));
  }

  /** The connections that are open and known. */
  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  /** Tells the bot of something; where it runs in shards, the one that it concerns. */
  dispatch({ event, data, intent, guildId }: Dispatch): void {
    for (const session of this.#sessions.values()) {
      if (intent !== undefined && (session.intents & intent) === 0) continue;
      const [shard, shards] = session.shard;
      const concerned = guildId === undefined ? 0 : Number((BigInt(guildId) >> 22n) % BigInt(shards));
      if (concerned === shard) this.#send(session, event, data(session.intents));
    }
  }

  /** Breaks every connection, without a word. */
  drop(): void {
    for (const { socket } of this.#sessions.values()) socket?.terminate();
  }

  /** Closes every connection with a code, such as 4004. */
  close(code: number): void {
    for (const { socket } of this.#sessions.values()) socket?.close(code);
  }

  /** Asks every bot to come back and resume. */
  askToReconnect(): void {
    for (const { socket } of this.#sessions.values())
      write(socket, { op: GatewayOpcodes.Reconnect, d: null });
  }

  /** Declares every session invalid; `resumable` tells whether it may be resumed all the same. */
  invalidate(resumable: boolean): void {
    for (const { id, socket } of this.#sessions.values()) {
      write(socket, { op: GatewayOpcodes.InvalidSession, d: resumable });
      if (!resumable) this.#sessions.delete(id);
    }
  }

  /** Sends every event of this session once more. */
  tellAgain(): void {
    for (const { socket, sent } of this.#sessions.values()) for (const { text } of sent) socket?.send(text);
  }

  /** Sends text as it is, well formed or not. */
  sendRaw(text: string): void {
    for (const { socket } of this.#sessions.values()) socket?.send(text);
  }

  stop(): void {
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
  }

  #greet(socket: WebSocket) {
    if (this.away) return socket.terminate();
    this.greeted++;
    let session: Session | undefined;
    write(socket, { op: GatewayOpcodes.Hello, d: { heartbeat_interval: this.heartbeatInterval } });
    socket.on('message', (data) => {
      const payload = payloadSchema.safeParse(jsonOf(data));
      if (!payload.success) return socket.close(4002);
      const { op, d } = payload.data;
      switch (op) {
        case GatewayOpcodes.Heartbeat:
          if (this.acknowledges) write(socket, { op: GatewayOpcodes.HeartbeatAck });
          return;
        case GatewayOpcodes.Identify:
          session = this.#identify(socket, d);
          return;
        case GatewayOpcodes.Resume:
          session = this.#resume(socket, d);
          return;
        default:
          if (session === undefined) socket.close(4003);
      }
    });
    socket.on('close', () => {
      if (session?.socket === socket) session.socket = undefined;
    });
  }

  #identify(socket: WebSocket, d: unknown): Session | undefined {
    const parsed = identifySchema.safeParse(d);
    if (!parsed.success) return refuse(socket, 4002);
    const { token, intents, shard = [0, 1] } = parsed.data;
    if (this.refuses !== undefined) return refuse(socket, this.refuses);
    if (token !== this.#world.token) return refuse(socket, 4004);
    const at = performance.now();
    const turn = shard[0] % this.#world.concurrency;
    const last = this.begun.findLast(({ shard }) => shard % this.#world.concurrency === turn);
    if (last !== undefined && at - last.at < this.identifyInterval) {
      write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    this.begun.push({ shard: shard[0], at });
    if (shard[0] < 0 || shard[0] >= shard[1]) return refuse(socket, 4010);
    if ((intents & PRIVILEGED & ~this.#world.privilegedIntents) !== 0) return refuse(socket, 4014);
    // Whoever begins anew will not resume what it left.
    for (const { id, socket, shard: left } of this.#sessions.values())
      if (socket === undefined && left.join() === shard.join()) this.#sessions.delete(id);
    const session: Session = { id: newSnowflake(), socket, intents, shard, sequence: 0, sent: [] };
    this.#sessions.set(session.id, session);
    const guilds = [...this.#world.guilds.values()].filter(
      ({ id }) => Number((BigInt(id) >> 22n) % BigInt(shard[1])) === shard[0],
    );
    this.#send(session, GatewayDispatchEvents.Ready, {
      v: 10,
      user: this.#world.bot,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: this.#address(),
      shard,
      application: { id: this.#world.bot.id, flags: 0 },
    });
    if ((intents & GatewayIntentBits.Guilds) !== 0)
      for (const guild of guilds.filter(({ available }) => available))
        this.#send(session, GatewayDispatchEvents.GuildCreate, guildCreate(guild, this.#world));
    return session;
  }

  #resume(socket: WebSocket, d: unknown): Session | undefined {
    const parsed = resumeSchema.safeParse(d);
    const session = parsed.success ? this.#sessions.get(parsed.data.session_id) : undefined;
    if (!parsed.success || session === undefined || parsed.data.token !== this.#world.token) {
      write(socket, { op: GatewayOpcodes.InvalidSession, d: false });
      return undefined;
    }
    session.socket = socket;
    for (const { s, text } of session.sent) if (s > parsed.data.seq) socket.send(text);
    this.#send(session, GatewayDispatchEvents.Resumed, {});
    return session;
  }

  #send(session: Session, event: string, data: unknown) {
    session.sequence++;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: session.sequence, d: data });
    session.sent.push({ s: session.sequence, text });
    if (session.sent.length > MOST_KEPT) session.sent.shift();
    session.socket?.send(text);
  }

  #address(): string {
    const address = this.#server.address();
    return typeof address === 'object' && address !== null ? `ws://127.0.0.1:${address.port}/gateway` : '';
  }
}

const write = (socket: WebSocket | undefined, payload: unknown) => socket?.send(JSON.stringify(payload));

function refuse(socket: WebSocket, code: number): undefined {
  socket.close(code);
}

function jsonOf(data: RawData): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return undefined;
  }
}
