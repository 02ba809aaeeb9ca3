import pino, { type Logger } from 'pino';
import pretty from 'pino-pretty';

/** A log: one line of JSON for each event, for people where a terminal reads it. The token never gets into it. */
export function createLog(level: string, terminal: boolean): Logger {
  // Errors of discord.js carry the request with its body and headers: what was said and by whom is nobody's business.
  const options = {
    level,
    base: null,
    serializers: { err: briefly },
  };
  return terminal ? pino(options, pretty({ sync: true, ignore: 'pid,hostname' })) : pino(options);
}

/** What an error is and where it came from, without what it was about. */
function briefly(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const status = 'status' in error ? { status: error.status } : {};
  return { name, message, stack, ...status };
}
