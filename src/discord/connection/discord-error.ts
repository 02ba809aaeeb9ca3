import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';

/** Has Discord said so? */
export const isDiscordError = (error: unknown, ...codes: number[]): error is DiscordAPIError =>
  error instanceof DiscordAPIError && codes.some((code) => code === error.code);

/** May the same request go through a little later? So it is with Discord's own faults, and with lost connections. */
export function isPassing(error: unknown): boolean {
  if (error instanceof HTTPError) return error.status >= 500;
  if (error instanceof DiscordAPIError || error instanceof RateLimitError) return false;
  return error instanceof Error && (error.name === 'AbortError' || 'code' in error || 'cause' in error);
}
