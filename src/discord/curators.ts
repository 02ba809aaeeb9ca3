import { type Client, Routes } from 'discord.js';
import type { Logger } from 'pino';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { MessageBody } from '../replies/message/body.ts';
import { remedyForChannel } from './channel-remedy.ts';
import { persist } from './connection/persist.ts';

/** Whoever has more to say in so many seconds is better asked to help as a curator. */
const AT_MOST = { points: 3, duration: 600 };
/** Their channel is given so long to take something: its writer waits for a word. */
const PATIENCE = { silence: 4_000, pauses: [500, 1_000], within: 10_000 };
const SETTING = 'FEEDBACK_CHANNEL_ID';

/** Those who keep the facts, as far as the bot knows them: the channel in which corrections reach them. */
export class Curators {
  /** What the folder of their facts is called. */
  readonly folder: string;
  readonly #channelId: string;
  readonly #log: Logger;
  readonly #limiter = new RateLimiterMemory(AT_MOST);
  /** What was last said to be wrong, so that it is said once. */
  #said = '';

  constructor(channelId: string, folder: string, log: Logger) {
    this.#channelId = channelId;
    this.folder = folder;
    this.#log = log;
  }

  /** How many minutes someone is to wait before the next correction; undefined if it is welcome now. */
  async minutesToWait(user: string): Promise<number | undefined> {
    const spent = await this.#limiter.get(user);
    return spent === null || spent.remainingPoints > 0 ? undefined : minutesIn(spent);
  }

  /** The same, and counts this one if it is welcome. */
  async count(user: string): Promise<number | undefined> {
    try {
      await this.#limiter.consume(user);
      return undefined;
    } catch (full) {
      if (!(full instanceof RateLimiterRes)) throw full;
      return minutesIn(full);
    }
  }

  /** Takes one back that did not arrive. */
  async discount(user: string): Promise<void> {
    await this.#limiter.reward(user);
  }

  /** Posts into their channel; false if it could not be, for which the log has the remedy. `name` is of this one alone. */
  async tell(body: MessageBody, name: string, { rest }: Client): Promise<boolean> {
    try {
      await persist(async (signal) => {
        await rest.post(Routes.channelMessages(this.#channelId), {
          // Sent again after no answer it stays one message.
          body: { ...body, nonce: name, enforce_nonce: true },
          signal,
        });
      }, PATIENCE);
      this.#said = '';
      return true;
    } catch (error) {
      this.#say(error);
      return false;
    }
  }

  #say(error: unknown): void {
    const remedy = remedyForChannel(error, SETTING);
    const why = remedy ?? `Its channel, in ${SETTING}, did not take it in time.`;
    if (why === this.#said) return;
    this.#said = why;
    this.#log.error(
      remedy === undefined ? { err: error } : {},
      `A correction could not be delivered. ${why}`,
    );
  }
}

const minutesIn = ({ msBeforeNext }: RateLimiterRes): number => Math.max(1, Math.ceil(msBeforeNext / 60_000));
