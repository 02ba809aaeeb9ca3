import type { StandIn } from '../stand-in/stand-in.ts';

/** What goes wrong between the bot and Discord on a bad day, in shares of its requests. */
const OF_REQUESTS = { failed: 0.01, cut: 0.005, slow: 0.004, limited: 0.002 };
/** A slow reply takes so long, in milliseconds. */
const SLOW = 300;
/** Between two faults of the gateway, in milliseconds. */
const BETWEEN = 10_000;
/** What was told while the gateway was away may come too late; so long after it is back, in milliseconds. */
const AFTERWARDS = 3_000;

/** Throws faults in until it is stopped, and knows when the bot cannot have heard of something. */
export class Trouble {
  /** How many faults there were. */
  requests = 0;
  gateway = 0;
  readonly #standIn: StandIn;
  readonly #chance: () => number;
  readonly #timer: NodeJS.Timeout;
  #lastAway = Number.NEGATIVE_INFINITY;

  /** `chance` gives numbers from 0 up to 1. */
  constructor(standIn: StandIn, chance: () => number) {
    this.#standIn = standIn;
    this.#chance = chance;
    standIn.faults.push(({ method, cut }) => this.#request(method, cut));
    this.#timer = setInterval(() => this.#break(), BETWEEN);
  }

  /** Is the bot disconnected, or was it a moment ago? Nobody can answer what they were not told in time. */
  excuses(begun: number): boolean {
    if (this.#standIn.gateway.connected === 0) this.#lastAway = performance.now();
    return begun < this.#lastAway + AFTERWARDS;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#standIn.faults.length = 0;
  }

  #break() {
    const { gateway } = this.#standIn;
    this.gateway++;
    this.#lastAway = performance.now();
    const faults = [
      () => gateway.drop(),
      () => gateway.askToReconnect(),
      () => gateway.invalidate(true),
      () => gateway.invalidate(false),
      () => gateway.sendRaw('no JSON'),
      () => gateway.tellAgain(),
    ];
    faults[Math.floor(this.#chance() * faults.length)]?.();
  }

  async #request(method: string, cut: () => void): Promise<Response | undefined> {
    if (method === 'GET') return undefined;
    let chance = this.#chance();
    const falls = (share: number) => {
      const here = chance >= 0 && chance < share;
      chance -= share;
      if (here) this.requests++;
      return here;
    };
    if (falls(OF_REQUESTS.failed)) return Response.json({ message: 'Service Unavailable' }, { status: 503 });
    if (falls(OF_REQUESTS.limited))
      return Response.json(
        { message: 'You are being rate limited.', retry_after: 0.2, global: false },
        { status: 429, headers: { 'retry-after': '0.2', 'x-ratelimit-scope': 'shared' } },
      );
    if (falls(OF_REQUESTS.cut)) {
      cut();
      return new Response(null, { status: 500 });
    }
    if (falls(OF_REQUESTS.slow)) await new Promise((resolve) => setTimeout(resolve, SLOW));
    return undefined;
  }
}
