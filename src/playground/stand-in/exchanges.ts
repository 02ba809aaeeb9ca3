/** One request of the bot and what it got, as a maintainer wants to see it. */
export type Exchange = {
  at: number;
  method: string;
  path: string;
  body: unknown;
  status: number;
  response: unknown;
};

const MOST_KEPT = 2_000;

/** The last requests of the bot, oldest first. */
export class Exchanges {
  /** Is told of each. */
  listener: ((exchange: Exchange) => void) | undefined;
  readonly all: Exchange[] = [];

  add(exchange: Exchange): void {
    this.all.push(exchange);
    this.listener?.(exchange);
    if (this.all.length > MOST_KEPT) this.all.shift();
  }

  /** Those that were refused. */
  refused(): Exchange[] {
    return this.all.filter(({ status }) => status >= 400);
  }
}
