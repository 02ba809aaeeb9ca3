import { setTimeout as after } from 'node:timers/promises';

/** The work that was begun and is not finished yet. */
export class InFlight {
  readonly #running = new Set<Promise<void>>();
  #stopped = false;

  /** Was it told to begin nothing more? */
  get stopped(): boolean {
    return this.#stopped;
  }

  /** Does a piece of work, unless the bot is stopping. The work deals with its own errors. */
  begin(work: () => Promise<void>): void {
    if (this.#stopped) return;
    const running = work().finally(() => this.#running.delete(running));
    this.#running.add(running);
  }

  /** Begins nothing more, and waits for what is running, at most so many milliseconds. */
  async finish(most: number): Promise<void> {
    this.#stopped = true;
    await Promise.race([Promise.allSettled(this.#running), after(most, undefined, { ref: false })]);
  }
}
