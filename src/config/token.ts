import { readFileSync } from 'node:fs';
import { environmentSchema } from './environment.ts';

/** A secret as container hosts hand it over: alone in a file. Throws an Error that says what to do if there is none. */
export function tokenFrom(file: string | undefined): string | undefined {
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
export function tokenOf({ token }: { token: string | undefined }): string {
  if (token !== undefined) return token;
  throw new Error(
    'Set DISCORD_TOKEN in .env to the token of your bot (README.md, "Run it on Discord"); "npm run ask" needs none.',
  );
}
