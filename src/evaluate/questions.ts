import { z } from 'zod';
import { languageSchema } from '../facts/model.ts';
import { readJsonLines } from './json-lines.ts';

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
export const readQuestions = (folder: string): Question[] => readJsonLines(folder, questionSchema);
