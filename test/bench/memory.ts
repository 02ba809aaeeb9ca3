import { readFileSync } from 'node:fs';

/** What a process takes of the machine's memory, in megabytes. */
export const residentMemory = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
