import type { Client } from 'discord.js';
import type { Language } from '../../facts/model.ts';
import { dailyReply, isFooterOf } from '../../replies/cards/daily.ts';
import { messageBody } from '../../replies/message/body.ts';
import { NEEDED, remedyForChannel } from '../channel-remedy.ts';
import type { Live } from '../live.ts';
import { guildOf, hasWritten, isHeardHere, mayReadHistory, write } from './daily-channel.ts';
import { localTime } from './local-time.ts';

const MINUTE = 60_000;
/** After a failure it is tried again so much later. */
const AGAIN = 10 * MINUTE;
/** A day on which the clock was turned back has been longer than its clock tells. */
const TURNED_BACK = 120 * MINUTE;

/** Where and when the fact of the day is told: "09:00" in a time zone. */
export type DailySettings = { channelId: string; at: string; zone: string; language: Language };

/**
 * Tells one fact each day. Every minute it looks at the clock of the time zone, which needs no reckoning with daylight
 * saving: the time has come if the clock shows it or later and the day's fact is not in the channel yet. So a time that was
 * missed is made up on the same day, and a restart tells nothing twice.
 */
export class Daily {
  readonly #settings: DailySettings;
  readonly #client: Client<true>;
  readonly #live: Live;
  /** The day of which nothing is left to do. */
  #settled = '';
  #notBefore = 0;
  #looking = false;
  /** What was last said to be wrong, so that it is said once. */
  #said = '';

  constructor(settings: DailySettings, client: Client<true>, live: Live) {
    this.#settings = settings;
    this.#client = client;
    this.#live = live;
  }

  /** Looks now, and from then on at the beginning of every minute. */
  start(): void {
    this.#live.inFlight.begin(() => this.look());
    // It alone must not keep the process from ending.
    setTimeout(() => this.start(), MINUTE - (Date.now() % MINUTE)).unref();
  }

  /** Tells the fact of the day if its time has come. Never throws: what is wrong is logged, and tried again later. */
  async look(): Promise<void> {
    const now = Date.now();
    const { at, zone } = this.#settings;
    const { day, time } = localTime(now, zone);
    if (time < at || day === this.#settled || now < this.#notBefore || this.#looking) return;
    this.#looking = true;
    try {
      // From the beginning of the day on: it may have been told at another time than is set now.
      await this.#tell(day, now - minutesOf(time) * MINUTE - TURNED_BACK);
    } finally {
      this.#looking = false;
    }
  }

  async #tell(day: string, since: number): Promise<void> {
    const { channelId, language } = this.#settings;
    const client = this.#client;
    // Of a channel that nobody sees the first shard speaks.
    let isOurs = isHeardHere(undefined, client);
    try {
      const guildId = await guildOf(channelId, client);
      isOurs = isHeardHere(guildId, client);
      if (isOurs) {
        const isThere = await hasWritten((footer) => isFooterOf(day, footer), channelId, since, client);
        if (!isThere && !(await mayReadHistory(channelId, guildId, client))) return this.#wait(BLIND);
        const view = { language, showable: false, feedback: this.#live.curators !== undefined };
        const reply = isThere ? undefined : dailyReply(day, this.#live.knowledge, view);
        if (reply !== undefined) await write(messageBody(reply, language), `daily-${day}`, channelId, client);
      }
      this.#settled = day;
      this.#said = '';
    } catch (error) {
      const remedy = remedyForChannel(error, SETTING);
      if (!isOurs) this.#wait('');
      else if (remedy === undefined) this.#wait('Discord did not take it.', error);
      else this.#wait(remedy);
    }
  }

  /** Tries again later; says why, unless that was the last thing said. */
  #wait(why: string, error?: unknown): void {
    this.#notBefore = Date.now() + AGAIN;
    if (why === this.#said) return;
    this.#said = why;
    if (why === '') return;
    const told = `The fact of the day could not be told. ${why} It is tried again every ${AGAIN / MINUTE} minutes.`;
    this.#live.log.error(error === undefined ? {} : { err: error }, told);
  }
}

const SETTING = 'DAILY_CHANNEL_ID';

const BLIND = `Without Read Message History in the channel in ${SETTING} the bot cannot see whether it has told it already: give it ${NEEDED} there.`;

function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}
