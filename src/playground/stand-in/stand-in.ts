import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type Dispatch, Gateway } from './gateway.ts';
import { restApi } from './rest.ts';
import { Scene } from './scene.ts';
import { newWorld, type World } from './world.ts';

/**
 * A stand-in for Discord on this machine: the HTTP API and the gateway that a bot speaks to, and the people who use it.
 * It holds to Discord's limits and answers mistakes as Discord does.
 */
export class StandIn extends Scene {
  readonly gateway: Gateway;
  readonly #server: Server;
  readonly #port: number;

  private constructor(world: World, server: Server, port: number) {
    super(world);
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

  override get gatewayUrl(): string {
    return `ws://127.0.0.1:${this.#port}/gateway`;
  }

  override get filesUrl(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  override dispatch(dispatch: Dispatch): void {
    this.gateway.dispatch(dispatch);
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
}
