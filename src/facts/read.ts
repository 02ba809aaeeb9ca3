import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { factFileNames } from './file-names.ts';
import { LANGUAGES } from './languages.ts';
import {
  askedFileSchema,
  type FactEntry,
  factFileSchema,
  factSchema,
  type Language,
  type Localised,
  type Source,
  type SubjectEntry,
  sourcesSchema,
  subjectSchema,
  topicsSchema,
  type Vocabulary,
  vocabularySchema,
} from './model.ts';
import type { Problem } from './problem.ts';
import { checkShape } from './shape.ts';
import { parseYaml, type YamlFile } from './yaml-file.ts';

/** A file of facts as read: its folder, its topic, its entries, and where they stand. */
export type FactFile = { folder: string; topic: string; entries: FactEntry[]; yaml: YamlFile };
/** A file of example questions as read: those of one language for the facts of one folder. */
type AskedFile = {
  folder: string;
  language: Language;
  phrases: Record<string, string[]>;
  yaml: YamlFile;
};
export type SubjectFile = { folder: string; entry: SubjectEntry; yaml: YamlFile };

/** All that a facts folder holds, file by file; what could not be read is in `problems`. */
export type FactsFolder = {
  topics: Record<string, Localised>;
  sources: Record<string, Source>;
  vocabularies: Record<string, Vocabulary>;
  subjects: SubjectFile[];
  factFiles: FactFile[];
  askedFiles: AskedFile[];
  sourcesFile: YamlFile | undefined;
  vocabularyFiles: YamlFile[];
  problems: Problem[];
};

/**
 * Reads and checks the shape of every file in a facts folder, or of the facts alone: not of the long lists of example
 * questions and of the vocabularies. Throws if the folder cannot be read.
 */
export function readFactsFolder(folder: string, { alone = false } = {}): FactsFolder {
  const found: FactsFolder = {
    topics: {},
    sources: {},
    vocabularies: {},
    subjects: [],
    factFiles: [],
    askedFiles: [],
    sourcesFile: undefined,
    vocabularyFiles: [],
    problems: [],
  };
  const shaped = <Schema extends z.ZodType>(name: string, schema: Schema, keys: string[]) => {
    const parsed = parseYaml(name, readFileSync(path.join(folder, name), 'utf8'));
    found.problems.push(...parsed.problems);
    if (parsed.file === undefined) return undefined;
    const { data, problems } = checkShape(parsed.file, schema, keys);
    found.problems.push(...problems);
    return data === undefined ? undefined : { data, yaml: parsed.file };
  };
  for (const name of factFileNames(folder)) {
    const [place = '', ...rest] = name.slice(0, -'.yaml'.length).split('/');
    const topic = rest.at(-1);
    if (alone && (rest[0] === 'asked' || place === 'vocabulary')) continue;
    if (name === 'sources.yaml') {
      const read = shaped(name, sourcesSchema, []);
      found.sources = read?.data ?? {};
      found.sourcesFile = read?.yaml;
    } else if (name === 'topics.yaml') {
      found.topics = shaped(name, topicsSchema, [])?.data ?? {};
    } else if (place === 'vocabulary' && topic !== undefined) {
      const read = shaped(name, vocabularySchema, Object.keys(vocabularySchema.shape));
      if (read !== undefined) {
        found.vocabularies[topic] = read.data;
        found.vocabularyFiles.push(read.yaml);
      }
    } else if (rest[0] === 'asked' && topic !== undefined) {
      const language = LANGUAGES.find((language) => topic.endsWith(`.${language}`));
      const read = shaped(name, askedFileSchema, []);
      if (language === undefined) found.problems.push(notKnown(name));
      else if (read !== undefined)
        found.askedFiles.push({ folder: place, language, phrases: read.data, yaml: read.yaml });
    } else if (topic === 'subject') {
      const read = shaped(name, subjectSchema, Object.keys(subjectSchema.shape));
      if (read !== undefined) found.subjects.push({ folder: place, entry: read.data, yaml: read.yaml });
    } else if (topic !== undefined) {
      const read = shaped(name, factFileSchema, Object.keys(factSchema.shape));
      if (read !== undefined)
        found.factFiles.push({ folder: place, topic, entries: read.data, yaml: read.yaml });
    } else {
      found.problems.push(notKnown(name));
    }
  }
  return found;
}

function notKnown(file: string): Problem {
  const message = `"${file}" is not a file the facts know`;
  const remedy =
    'Facts stand in a folder per subject, such as library/holdings.yaml; their questions in library/asked/holdings.en.yaml.';
  return { severity: 'error', file, line: 1, column: 1, message, remedy };
}
