import { parseArgs } from 'node:util';
import { LANGUAGES } from '../facts/languages.ts';
import type { Language } from '../facts/model.ts';

/** What the `ask` program was told to do. */
export type Options = {
  question: string | undefined;
  language: Language | undefined;
  library: string | undefined;
  json: boolean;
  jsonl: boolean;
  explain: boolean;
  help: boolean;
};

export const HELP = `Ask the facts in the terminal.

  npm run ask -- "how many books are there in Baku?"    one answer
  npm run ask                                           a prompt that stays open

  --lang ${LANGUAGES.join('|')}   the language of the answer
  --library NAME           what the question is about, if it does not say
  --explain                why it was answered so
  --json                   the answer as JSON
  --jsonl                  reads lines {"id","question"} and writes a line for each`;

const isLanguage = (text: string): text is Language => LANGUAGES.some((language) => language === text);

/** Reads the command line. Throws an Error that says what is wrong and what there is instead. */
export function readOptions(argv: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      lang: { type: 'string' },
      library: { type: 'string' },
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      explain: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const { lang, library, ...flags } = values;
  if (lang !== undefined && !isLanguage(lang))
    throw new Error(`--lang ${lang}: write one of ${LANGUAGES.join(', ')}.`);
  return {
    ...flags,
    language: lang,
    library,
    question: positionals.length === 0 ? undefined : positionals.join(' '),
  };
}
