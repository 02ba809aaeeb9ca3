import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import path from 'node:path';
import { PACKAGE_ROOT } from '../facts/package-root.ts';

/** Starts a program of this project, as it was built, in a process of its own. */
export function startProgram(
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  stdio: StdioOptions,
): ChildProcess {
  return spawn(process.execPath, [path.join(PACKAGE_ROOT, 'dist', program), ...args], { env, stdio });
}
