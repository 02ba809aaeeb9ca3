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
  /** Where the playground is served. */
  port: number;
};

/** Reads `.env` and the environment, which wins. An empty value counts as unset. Throws an Error that says all that is wrong. */
export function readConfig(environment: Record<string, string | undefined> = withDotenv()): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = environmentSchema.safeParse(set);
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
    token: read.DISCORD_TOKEN,
    clientId: read.DISCORD_CLIENT_ID,
    devGuildId: read.DEV_GUILD_ID,
    api: read.DISCORD_API_URL,
    logLevel: read.LOG_LEVEL,
    watchFacts: read.WATCH_FACTS,
    port: read.PORT,
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
