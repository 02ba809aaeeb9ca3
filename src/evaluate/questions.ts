import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { languageSchema } from '../facts/model.ts';

const questionSchema = z.strictObject({
  id: z.string(),
  language: languageSchema.default('en'),
  /** Was it looked at while the program was tuned? Once seen, seen for ever. */
  seen: z.boolean(),
  question: z.string(),
  kind: z.string(),
  /** Any of these facts answers it; none does where it is to be refused. */
  expect: z.array(z.string()),
  /** Any of these must be told as well. */
  and: z.array(z.string()).optional(),
  why: z.string().optional(),
});

export type Question = z.infer<typeof questionSchema>;

/** All questions in the `.jsonl` files of a folder, in order. Throws an Error that names the line that is none. */
export function readQuestions(folder: string): Question[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line, index) => {
          const result = questionSchema.safeParse(JSON.parse(line));
          if (!result.success) throw new Error(`${name}:${index + 1}: ${z.prettifyError(result.error)}`);
          return result.data;
        }),
    );
}
