import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The names of all YAML files under a folder, relative to it, in a fixed order. Throws if there is no folder. */
export function factFileNames(folder: string): string[] {
  if (!existsSync(folder))
    throw new Error(`There is no folder of facts at "${folder}": correct FACTS_DIR in .env.`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.split(path.sep).join('/'))
    .toSorted();
}
