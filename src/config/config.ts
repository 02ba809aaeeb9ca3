import dotenv from 'dotenv';
import type { Shards } from '../discord/connection/client.ts';
import { type Environment, settingsSchema } from './environment.ts';
import { tokenFrom } from './token.ts';

/** The settings of a run. */
export type Config = {
  /** Where the facts are. */
  factsFolder: string;
  /** The language of answers when nothing else decides. */
  language: Environment['DEFAULT_LANGUAGE'];
  /** The bot's token, as the developer portal gives it. */
  token: string | undefined;
  clientId: string | undefined;
  /** The server in which commands are tried out. */
  devGuildId: string | undefined;
  /** Where Discord's HTTP API is, without its version. */
  api: string;
  logLevel: Environment['LOG_LEVEL'];
  /** Are the facts read again when a file of theirs changes? */
  watchFacts: boolean;
  /** The shards that this process carries, of how many in all; or as many as Discord recommends. */
  shards: Shards;
  /** Where health and figures are told, if they are. */
  health: { port: number; host: string } | undefined;
  /** Where the playground is served. */
  port: number;
  /** Where and when the fact of the day is told, if it is. */
  daily: Daily | undefined;
  /** The channel in which corrections reach the curators, if they do. */
  feedbackChannelId: string | undefined;
};

/** The fact of the day: its channel, its time of day such as "09:00" in a time zone, and its language. */
type Daily = { channelId: string; at: string; zone: string; language: Environment['DEFAULT_LANGUAGE'] };

/** Reads `.env` and the environment, which wins. An empty value counts as unset. Throws an Error that says all that is wrong. */
export function readConfig(environment: Record<string, string | undefined> = withDotenv()): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = settingsSchema.safeParse(set);
  if (!result.success) {
    const problems = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw new Error(
      `The environment is not right. Correct it in .env (see .env.example):\n${problems.join('\n')}`,
    );
  }
  const read = result.data;
  return {
    factsFolder: read.FACTS_DIR,
    language: read.DEFAULT_LANGUAGE,
    token: read.DISCORD_TOKEN ?? tokenFrom(read.DISCORD_TOKEN_FILE),
    clientId: read.DISCORD_CLIENT_ID,
    devGuildId: read.DEV_GUILD_ID,
    api: read.DISCORD_API_URL,
    logLevel: read.LOG_LEVEL,
    watchFacts: read.WATCH_FACTS,
    shards: shardsOf(read),
    health: read.HEALTH_PORT === undefined ? undefined : { port: read.HEALTH_PORT, host: read.HEALTH_HOST },
    port: read.PORT,
    daily:
      read.DAILY_CHANNEL_ID === undefined
        ? undefined
        : {
            channelId: read.DAILY_CHANNEL_ID,
            ...(read.DAILY_TIME ?? { at: '09:00', zone: 'UTC' }),
            language: read.DAILY_LANGUAGE ?? read.DEFAULT_LANGUAGE,
          },
    feedbackChannelId: read.FEEDBACK_CHANNEL_ID,
  };
}

function shardsOf({ SHARDS, SHARD_COUNT, SHARD_IDS }: Environment): Shards {
  const count = SHARD_COUNT ?? SHARDS;
  if (count === 'auto') return 'auto';
  return { count, ids: SHARD_IDS ?? Array.from({ length: count }, (_, id) => id) };
}

function withDotenv() {
  dotenv.config({ quiet: true });
  return process.env;
}
