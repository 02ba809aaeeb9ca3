import type { z } from 'zod';
import { LIMITS } from './limits.ts';
import type { Problem } from './problem.ts';
import type { YamlFile } from './yaml-file.ts';

const pathName = (path: readonly PropertyKey[]) => {
  const names = path.filter((part) => typeof part === 'string');
  return names.length === 0 ? 'this file' : `"${names.join('.')}"`;
};

/** Texts of a fact end up in an embed, example questions do not. */
const shownByDiscord = (path: readonly PropertyKey[]) =>
  path.some((part) => typeof part === 'string' && part !== 'asked' && part in LIMITS);

/** The closest of the allowed keys, where the first two letters agree: enough to catch "statment". */
const closest = (key: string, allowed: readonly string[]) =>
  allowed.find((candidate) => candidate.slice(0, 2) === key.slice(0, 2).toLowerCase());

type Issue = z.core.$ZodIssue;

function explain(issue: Issue, allowed: readonly string[]): { message: string; remedy: string } {
  const name = pathName(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      const suggestion = closest(key, allowed);
      return {
        message: `unknown key "${key}"`,
        remedy:
          suggestion === undefined
            ? 'Take the line out, or see README.md for the keys there are.'
            : `Did you mean "${suggestion}"?`,
      };
    }
    case 'invalid_type': {
      const missing = issue.input === undefined;
      return missing
        ? { message: `${name} is missing`, remedy: `Add a line for ${name}.` }
        : {
            message: `${name} should be ${issue.expected}`,
            remedy: 'See a finished fact beside it for the shape.',
          };
    }
    case 'too_big':
      return issue.origin === 'string'
        ? {
            message: `${name} is too long: at most ${issue.maximum} characters${shownByDiscord(issue.path) ? ' fit where Discord shows it' : ''}`,
            remedy: 'Shorten it; move what is left to the statement or the caveat.',
          }
        : { message: `${name} is too big: at most ${issue.maximum}`, remedy: 'Correct the number.' };
    case 'too_small':
      return { message: `${name} is empty`, remedy: 'Fill it, or take the line out.' };
    case 'invalid_value':
      return {
        message: `${name} is not one of the values allowed`,
        remedy: `Write one of: ${issue.values.join(', ')}.`,
      };
    default: {
      // Messages of our own say what is wrong and, after a colon, what to do.
      const [message = '', ...rest] = issue.message.split(': ');
      return {
        message: `${name} ${message}`,
        remedy: rest.length === 0 ? 'Correct it.' : capital(rest.join(': ')),
      };
    }
  }
}

const capital = (text: string) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/**
 * Holds a file against its schema. Gives the typed data, or every mismatch with its line and a remedy.
 * `allowed` are the keys that a misspelt one is compared with.
 */
export function checkShape<Schema extends z.ZodType>(
  file: YamlFile,
  schema: Schema,
  allowed: readonly string[] = [],
): { data?: z.infer<Schema>; problems: Problem[] } {
  const result = schema.safeParse(file.data ?? undefined, { reportInput: true });
  if (result.success) return { data: result.data, problems: [] };
  const problems = result.error.issues.flatMap((issue) => {
    const all =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ ...issue, keys: [key] })) : [issue];
    return all.map((single): Problem => {
      const place =
        single.code === 'unrecognized_keys'
          ? file.atKey([...single.path, single.keys[0] ?? ''])
          : file.at(single.path);
      return { severity: 'error', file: file.file, ...place, ...explain(single, allowed) };
    });
  });
  return { problems };
}
