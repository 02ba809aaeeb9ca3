import type { FactsFolder } from './read.ts';
import type { YamlFile } from './yaml-file.ts';

/** Tells of something wrong at a path of a file, with what to do about it. */
export type Report = (file: YamlFile, path: readonly PropertyKey[], message: string, remedy: string) => void;

/** Every fact of a folder, with its file and its place there. */
export function* everyFact(folder: FactsFolder) {
  for (const file of folder.factFiles)
    for (const [index, entry] of file.entries.entries()) yield { file, index, entry };
}
