import {
  type Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayCloseCodes,
  Status,
} from 'discord.js';

/** Discord answers within seconds, or not at all, in milliseconds: each shard is given so long after the one before. */
const PATIENCE = 30_000;

/** Logs in and waits until every shard is ready. Throws an Error that says in one line what is wrong and what to do. */
export async function logIn(client: Client, token: string, api: string): Promise<Client<true>> {
  let tooLong: NodeJS.Timeout | undefined;
  const ready = new Promise<Client<true>>((resolve, reject) => {
    tooLong = setTimeout(() => reject(new Error(`no answer in ${PATIENCE / 1000} s`)), PATIENCE);
    client.on(Events.ShardReady, () => {
      tooLong?.refresh();
      if (client.isReady() && client.ws.shards.every(({ status }) => status === Status.Ready))
        resolve(client);
    });
  });
  try {
    await Promise.race([client.login(token), ready]);
    return await ready;
  } catch (error) {
    throw new Error(remedyFor(error, api), { cause: error });
  } finally {
    clearTimeout(tooLong);
  }
}

/** What to do about a connection that Discord has ended for good, by the code with which it did. */
export function remedyForClose(code: number): string {
  if (code === GatewayCloseCodes.AuthenticationFailed) return WRONG_TOKEN;
  if (code === GatewayCloseCodes.DisallowedIntents || code === GatewayCloseCodes.InvalidIntents)
    return DISALLOWED_INTENTS;
  return `Discord has ended the connection for good (code ${code}): start the bot again.`;
}

function remedyFor(error: unknown, api: string): string {
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) return WRONG_TOKEN;
  if (error instanceof DiscordAPIError && error.status === 401) return WRONG_TOKEN;
  const message = error instanceof Error ? error.message : String(error);
  if (/authentication failed/i.test(message)) return WRONG_TOKEN;
  if (/(disallowed|invalid) intents/i.test(message)) return DISALLOWED_INTENTS;
  if (/not enough sessions|sessions remaining/i.test(message))
    return `Discord lets this bot connect no more for now: it was started too often. ${message}`;
  return `Discord cannot be reached at ${api} (${reasonOf(error)}): check the network, or DISCORD_API_URL in .env.`;
}

const WRONG_TOKEN =
  'Discord does not take this DISCORD_TOKEN: reset it on the "Bot" page of the developer portal and put the new one into .env.';

const DISALLOWED_INTENTS =
  'Discord refuses the intents asked for: the bot needs no privileged ones, so check that nothing was added to src/discord/connection/client.ts.';

/** The reason at the bottom of an error: "fetch failed" alone tells nobody anything. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown reason';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}
