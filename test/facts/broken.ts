import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { checkFacts } from '../../src/facts/check.ts';
import type { Problem } from '../../src/facts/problem.ts';
import { readFactsFolder } from '../../src/facts/read.ts';

export const SMALL_MUSEUM = path.resolve(import.meta.dirname, '../small-museum');

/** A folder that is gone when the test is over. */
export function passingFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), name));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A copy of the small museum, to be broken. */
export function copyOfMuseum(): string {
  const folder = passingFolder('facts-');
  cpSync(SMALL_MUSEUM, folder, { recursive: true });
  return folder;
}

/** The problems of the small museum with a text in one of its files replaced; the text must be there. */
export function problemsWith(file: string, from: string, to: string): Problem[] {
  const folder = copyOfMuseum();
  const name = path.join(folder, file);
  const text = readFileSync(name, 'utf8');
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}`);
  writeFileSync(name, text.replace(from, to));
  return checkFacts(readFactsFolder(folder)).filter(({ severity }) => severity === 'error');
}
