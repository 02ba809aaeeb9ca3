import { DefaultRestOptions, type RESTOptions } from 'discord.js';

/** How Discord's HTTP API, at an address, is spoken to. */
export const restOptions = (api: string): Partial<RESTOptions> => ({
  api,
  makeRequest,
  // To acknowledge an interaction later than in time is no use; everything else may wait.
  rejectOnRateLimit: ({ route, retryAfter }) => route.startsWith('/interactions/') && retryAfter > 1_500,
});

/** As discord.js makes a request; but a connection that was cut is told in the words after which it tries again. */
async function makeRequest(...request: Parameters<RESTOptions['makeRequest']>) {
  try {
    return await DefaultRestOptions.makeRequest(...request);
  } catch (error) {
    if (!isCut(error)) throw error;
    throw new Error('ECONNRESET: the connection to Discord was cut', { cause: error });
  }
}

const isCut = (error: unknown) =>
  error instanceof Error && 'code' in error && (error.code === 'UND_ERR_SOCKET' || error.code === 'EPIPE');
