import { readFileSync } from 'node:fs';
import path from 'node:path';
import dotenv from 'dotenv';
import { z } from 'zod';
import { languageSchema } from './facts/model.ts';
import { PACKAGE_ROOT } from './facts/package-root.ts';

/** The facts that come with the program. */
const OWN_FACTS = path.join(PACKAGE_ROOT, 'facts');

/** The version of the program. */
export const VERSION = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(path.join(PACKAGE_ROOT, 'package.json'), 'utf8'))).version;

const snowflake = z.string().regex(/^\d{17,20}$/, {
  error: 'is not an id of Discord: copy the number of 17 to 20 digits (developer mode, "Copy ID")',
});

/** A time zone of the tz database, such as "Asia/Baku". An offset is none: it knows no daylight saving. */
function isTimeZone(name: string): boolean {
  try {
    return /^[a-z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format() !== '';
  } catch {
    return false;
  }
}

/** A time of day with its time zone: "09:00 Asia/Baku". */
const dailyTimeSchema = z
  .string()
  .trim()
  .regex(/^([01]?\d|2[0-3]):[0-5]\d(\s|$)/, {
    error: 'does not begin with a time of day from 00:00 to 23:59: write it as "09:00 Asia/Baku"',
    abort: true,
  })
  .regex(/\s\S+$/, {
    error: 'has no time zone: write one after the time, such as "09:00 Asia/Baku" or "09:00 UTC"',
    abort: true,
  })
  .transform((text) => {
    const [time = '', ...zone] = text.split(/\s+/);
    return { at: time.padStart(5, '0'), zone: zone.join(' ') };
  })
  .refine(({ zone }) => isTimeZone(zone), {
    error: 'names no time zone that is known: take one such as "Europe/Berlin", "Asia/Baku" or "UTC"',
  });

const environmentSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'is not a token: copy it again from the "Bot" page of the developer portal',
    })
    .optional(),
  DISCORD_CLIENT_ID: snowflake.optional(),
  DEV_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .default('https://discord.com/api')
    .transform((url) => url.replace(/\/+$/, '')),
  FACTS_DIR: z.string().default(OWN_FACTS),
  DEFAULT_LANGUAGE: languageSchema.default('en'),
  WATCH_FACTS: z.stringbool({ error: 'is neither yes nor no' }).default(false),
  PORT: z.coerce.number({ error: 'is not a number' }).int().min(0).max(65_535).default(4100),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DAILY_CHANNEL_ID: snowflake.optional(),
  DAILY_TIME: dailyTimeSchema.optional(),
  DAILY_LANGUAGE: languageSchema.optional(),
  FEEDBACK_CHANNEL_ID: snowflake.optional(),
});

/** Settings that do nothing by themselves. */
const WITHOUT_CHANNEL = ['DAILY_TIME', 'DAILY_LANGUAGE'] as const;

type Environment = z.infer<typeof environmentSchema>;

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
  const result = environmentSchema.safeParse(set);
  const alone =
    set.DAILY_CHANNEL_ID === undefined ? WITHOUT_CHANNEL.filter((name) => set[name] !== undefined) : [];
  if (!result.success || alone.length > 0) {
    const problems = [
      ...(result.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
      ...alone.map(
        (name) => `${name}: does nothing without DAILY_CHANNEL_ID: set that too, or take this out`,
      ),
    ];
    throw new Error(
      `The environment is not right. Correct it in .env (see .env.example):\n${problems.join('\n')}`,
    );
  }
  const read = result.data;
  return {
    factsFolder: read.FACTS_DIR,
    language: read.DEFAULT_LANGUAGE,
    token: read.DISCORD_TOKEN,
    clientId: read.DISCORD_CLIENT_ID,
    devGuildId: read.DEV_GUILD_ID,
    api: read.DISCORD_API_URL,
    logLevel: read.LOG_LEVEL,
    watchFacts: read.WATCH_FACTS,
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

/** The token. Throws an Error that says in one line how to come by one, and that the terminal needs none. */
export function tokenOf({ token }: Config): string {
  if (token !== undefined) return token;
  throw new Error(
    'Set DISCORD_TOKEN in .env to the token of your bot (README.md, "Run it on Discord"); "npm run ask" needs none.',
  );
}

function withDotenv() {
  dotenv.config({ quiet: true });
  return process.env;
}
