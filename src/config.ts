import { fileURLToPath } from 'node:url';
import dotenv from 'dotenv';
import { z } from 'zod';
import { languageSchema } from './facts/model.ts';

/** The facts that come with the program; this file is one folder below its root, as source and compiled. */
const OWN_FACTS = fileURLToPath(new URL('../facts', import.meta.url));

const environmentSchema = z.object({
  FACTS_DIR: z.string().default(OWN_FACTS),
  DEFAULT_LANGUAGE: languageSchema.default('en'),
});

/** The settings of a run: where the facts are, and the language of answers when nothing else decides. */
export type Config = { factsFolder: string; language: z.infer<typeof languageSchema> };

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
  return { factsFolder: result.data.FACTS_DIR, language: result.data.DEFAULT_LANGUAGE };
}

function withDotenv() {
  dotenv.config({ quiet: true });
  return process.env;
}
