import path from 'node:path';
import { z } from 'zod';
import { languageSchema } from '../facts/model.ts';
import { PACKAGE_ROOT } from '../facts/package-root.ts';

/** The facts that come with the program. */
const OWN_FACTS = path.join(PACKAGE_ROOT, 'facts');

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

const wholeNumber = z.coerce.number({ error: 'is not a number' }).int().min(1);

const portNumber = z.coerce.number({ error: 'is not a number' }).int().min(0).max(65_535);

/** More shards than any bot has. */
const MOST_SHARDS = 10_000;

/** "0,1,4-7": single numbers and ranges. */
const shardIds = z
  .string()
  .regex(/^\s*\d+(-\d+)?(\s*,\s*\d+(-\d+)?)*\s*$/, {
    error: 'is not a list of shards: write numbers and ranges, such as "0,1" or "0-3"',
    abort: true,
  })
  .transform((text) =>
    text.split(',').map((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return { first, last };
    }),
  )
  .refine((ranges) => ranges.every(({ first, last }) => first <= last && last < MOST_SHARDS), {
    error: `holds a range that is none: the lower number comes first, and no bot has more than ${MOST_SHARDS} shards`,
    abort: true,
  })
  .transform((ranges) => [
    ...new Set(
      ranges.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, index) => first + index),
      ),
    ),
  ]);

/** Every setting by its name, each by itself. */
export const environmentSchema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: 'is not a token: copy it again from the "Bot" page of the developer portal',
    })
    .optional(),
  DISCORD_TOKEN_FILE: z.string().optional(),
  DISCORD_CLIENT_ID: snowflake.optional(),
  DEV_GUILD_ID: snowflake.optional(),
  DISCORD_API_URL: z
    .url({ protocol: /^https?$/, error: 'is not a web address' })
    .default('https://discord.com/api')
    .transform((url) => url.replace(/\/+$/, '')),
  FACTS_DIR: z.string().default(OWN_FACTS),
  DEFAULT_LANGUAGE: languageSchema.default('en'),
  WATCH_FACTS: z.stringbool({ error: 'is neither yes nor no' }).default(false),
  SHARDS: z
    .union([z.literal('auto'), wholeNumber], { error: 'is neither auto nor a number' })
    .default('auto'),
  SHARD_COUNT: wholeNumber.optional(),
  SHARD_IDS: shardIds.optional(),
  HEALTH_PORT: portNumber.optional(),
  HEALTH_HOST: z.string().default('127.0.0.1'),
  PORT: portNumber.default(4100),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DAILY_CHANNEL_ID: snowflake.optional(),
  DAILY_TIME: dailyTimeSchema.optional(),
  DAILY_LANGUAGE: languageSchema.optional(),
  FEEDBACK_CHANNEL_ID: snowflake.optional(),
});

/** The settings, and what single ones cannot tell: whether they go together. */
export const settingsSchema = environmentSchema.superRefine((read, context) => {
  const problem = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message });
  const { DISCORD_TOKEN, DISCORD_TOKEN_FILE, SHARDS, SHARD_COUNT, SHARD_IDS } = read;
  if (DISCORD_TOKEN !== undefined && DISCORD_TOKEN_FILE !== undefined)
    problem('DISCORD_TOKEN_FILE', 'is set beside DISCORD_TOKEN: keep one of them');
  if (SHARD_IDS !== undefined && SHARD_COUNT === undefined)
    problem('SHARD_IDS', 'needs SHARD_COUNT, the number of shards of all processes together');
  if (SHARD_COUNT !== undefined && SHARDS !== 'auto')
    problem('SHARDS', 'is set beside SHARD_COUNT: keep one of them');
  if (SHARD_COUNT !== undefined && SHARD_IDS?.some((id) => id >= SHARD_COUNT))
    problem(
      'SHARD_IDS',
      `goes beyond SHARD_COUNT: with ${SHARD_COUNT} shards they are 0 to ${SHARD_COUNT - 1}`,
    );
  for (const name of ['DAILY_TIME', 'DAILY_LANGUAGE'] as const)
    if (read[name] !== undefined && read.DAILY_CHANNEL_ID === undefined)
      problem(name, 'does nothing without DAILY_CHANNEL_ID: set that too, or take this out');
});

/** The settings as they were read. */
export type Environment = z.infer<typeof environmentSchema>;
