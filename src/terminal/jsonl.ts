import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { z } from 'zod';
import type { Language } from '../facts/model.ts';
import { answerLines } from '../replies/cards/lines.ts';
import { decide } from '../search/decide.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';

const lineSchema = z.object({ id: z.union([z.string(), z.number()]), question: z.string() });

/** One answer as a record for programs, with the time it took in milliseconds. */
export function answerRecord(
  question: string,
  knowledge: Knowledge,
  languageOfAnswer: (question: string) => Language,
  about?: string,
) {
  const start = performance.now();
  const language = languageOfAnswer(question);
  const { answer } = decide(question, knowledge, about);
  const answers = answerLines(answer, knowledge.base, language);
  const ms = Math.round((performance.now() - start) * 1000) / 1000;
  return { status: answer.status, language, answers, ms };
}

/** Answers every line of an input, one line each; what cannot be read gets an error line and the run goes on. */
export async function answerJsonLines(
  input: Readable,
  output: Writable,
  knowledge: Knowledge,
  languageOfAnswer: (question: string) => Language,
  about?: string,
): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const written = `${JSON.stringify(answerLine(line, knowledge, languageOfAnswer, about))}\n`;
    // A pipe takes only so much at a time: waiting keeps the memory small and loses no line.
    if (!output.write(written)) await once(output, 'drain');
  }
}

function answerLine(
  line: string,
  knowledge: Knowledge,
  languageOfAnswer: (question: string) => Language,
  about: string | undefined,
) {
  const parsed = lineSchema.safeParse(jsonOf(line));
  if (!parsed.success) return { id: null, error: 'Not a line of the form {"id": …, "question": "…"}.' };
  return { id: parsed.data.id, ...answerRecord(parsed.data.question, knowledge, languageOfAnswer, about) };
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
