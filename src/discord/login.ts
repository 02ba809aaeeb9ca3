import { type Client, DiscordAPIError, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';

/** Logs in and waits until the bot is ready. Throws an Error that says in one line what is wrong and what to do. */
export async function logIn(client: Client, token: string, api: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    throw new Error(remedyFor(error, api), { cause: error });
  }
  return ready;
}

function remedyFor(error: unknown, api: string): string {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  if (error instanceof DiscordAPIError && error.status === 401) return WRONG_TOKEN;
  const message = error instanceof Error ? error.message : String(error);
  if (/disallowed intents/i.test(message))
    return 'Discord refuses the intents asked for: the bot needs no privileged ones, so check that nothing was added to src/discord/client.ts.';
  return `Discord cannot be reached at ${api} (${reasonOf(error)}): check the network, or DISCORD_API_URL in .env.`;
}

const WRONG_TOKEN =
  'Discord does not take this DISCORD_TOKEN: reset it on the "Bot" page of the developer portal and put the new one into .env.';

/** The reason at the bottom of an error: "fetch failed" alone tells nobody anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
