import { setTimeout as after } from 'node:timers/promises';
import { isPassing } from './discord-error.ts';

/** How long to insist, all in milliseconds. */
export type Persistence = {
  /** After so long without a word a request is given up, and made again on another connection. */
  silence: number;
  /** Between one attempt and the next; after the last of them no more. */
  pauses: readonly number[];
  /** After so long in all nothing is begun anew. */
  within: number;
};

/** For what may come a while later too: the answer to a message, and what was promised to follow. */
export const PATIENTLY: Persistence = { silence: 5_000, pauses: [500, 2_000, 5_000], within: 30_000 };

/** Makes a request, again while Discord fails in passing; gives what came of it. Throws what went wrong in the end. */
export async function persist<Result>(
  attempt: (signal: AbortSignal, again: boolean) => Promise<Result>,
  { silence, pauses, within }: Persistence,
): Promise<Result> {
  const begun = performance.now();
  for (let made = 0; ; made++) {
    const controller = new AbortController();
    const impatience = setTimeout(() => controller.abort(), silence);
    try {
      return await attempt(controller.signal, made > 0);
    } catch (error) {
      const pause = pauses[made];
      if (pause === undefined || !isPassing(error) || performance.now() - begun + pause > within) throw error;
      await after(pause);
    } finally {
      clearTimeout(impatience);
    }
  }
}
