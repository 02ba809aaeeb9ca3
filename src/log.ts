import pino, { type Logger } from 'pino';

/** A log: one line of JSON for each event, for people where a terminal reads it. The token never gets into it. */
export async function createLog(level: string, terminal: boolean): Promise<Logger> {
  // Errors of discord.js carry the request with its body and headers: what was said and by whom is nobody's business.
  const options = {
    level,
    base: null,
    serializers: { err: briefly },
  };
  if (!terminal) return pino(options);
  // Where no person reads along, it need not be loaded.
  const { default: pretty } = await import('pino-pretty');
  return pino(options, pretty({ sync: true }));
}

/** What an error is and where it came from, without what it was about. */
function briefly(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, stack } = error;
  // What a parser complains of quotes what it read, and a stack begins with the message.
  const message = error instanceof SyntaxError ? 'what came is not well formed' : error.message;
  const frames = stack?.split('\n').filter((line) => line.startsWith('    at '));
  const status = 'status' in error ? { status: error.status } : {};
  return { name, message, stack: frames?.join('\n'), ...status };
}
