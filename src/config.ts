import { readFileSync } from 'node:fs';
import path from 'node:path';
import dotenv from 'dotenv';
import { z } from 'zod';
import type { Shards } from './discord/client.ts';
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

const wholeNumber = z.coerce.number({ error: 'is not a number' }).int().min(1);

const portNumber = z.coerce.number({ error: 'is not a number' }).int().min(0).max(65_535);

/** "0,1,4-7": single numbers and ranges. */
const shardIds = z
  .string()
  .regex(/^\s*\d+(-\d+)?(\s*,\s*\d+(-\d+)?)*\s*$/, {
    error: 'is not a list of shards: write numbers and ranges, such as "0,1" or "0-3"',
  })
  .transform((text) =>
    text.split(',').flatMap((part) => {
      const [first = 0, last = first] = part.split('-').map(Number);
      return Array.from({ length: Math.min(last - first + 1, MOST_SHARDS) }, (_, index) => first + index);
    }),
  );

/** More shards than any bot has. */
const MOST_SHARDS = 10_000;

const environmentSchema = z.object({
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
});

/** What single settings cannot tell: whether they go together. */
const together = environmentSchema.superRefine((read, context) => {
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
});

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
  /** The shards that this process carries, of how many in all; or as many as Discord recommends. */
  shards: Shards;
  /** Where health and figures are told, if they are. */
  health: { port: number; host: string } | undefined;
  /** Where the playground is served. */
  port: number;
};

/** Reads `.env` and the environment, which wins. An empty value counts as unset. Throws an Error that says all that is wrong. */
export function readConfig(environment: Record<string, string | undefined> = withDotenv()): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = together.safeParse(set);
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
  };
}

function shardsOf({ SHARDS, SHARD_COUNT, SHARD_IDS }: Environment): Shards {
  const count = SHARD_COUNT ?? SHARDS;
  if (count === 'auto') return 'auto';
  return { count, ids: SHARD_IDS ?? Array.from({ length: count }, (_, id) => id) };
}

/** A secret as container hosts hand it over: alone in a file. Throws an Error that says what to do if there is none. */
function tokenFrom(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(
      `DISCORD_TOKEN_FILE: ${file} cannot be read: put the token alone into that file and let the bot's user read it.`,
      { cause: error },
    );
  }
  const token = environmentSchema.shape.DISCORD_TOKEN.safeParse(content.trim());
  if (!token.success || token.data === undefined)
    throw new Error(`DISCORD_TOKEN_FILE: ${file} does not hold a token: put the token alone into that file.`);
  return token.data;
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
