import { createInterface } from 'node:readline';
import pc from 'picocolors';
import type { Language } from '../facts/model.ts';
import type { Answer, Card } from '../search/answer.ts';
import { decide } from '../search/decide.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import { type Canvas, paintAnswer } from './paint.ts';

const LEAVE = new Set(['exit', 'quit', ':q']);

/** A prompt that stays open: a question a line, the number of a suggestion to see it; exit, Ctrl-C or Ctrl-D leaves. */
export async function keepAsking(
  knowledge: Knowledge,
  languageOfAnswer: (question: string) => Language,
  canvas: Canvas,
  about?: string,
): Promise<void> {
  const colours = pc.createColors(canvas.colour);
  const prompt = createInterface({
    input: process.stdin,
    output: process.stdout,
    prompt: colours.cyan('? '),
    historySize: 200,
  });
  prompt.on('SIGINT', () => prompt.close());
  let offered: Card[] = [];
  // A number says nothing of a language: what is offered is told in that of the question.
  let language: Language | undefined;
  const reply = (line: string): string => {
    const chosen = offered[Number(line) - 1];
    const answer =
      chosen === undefined
        ? decide(line, knowledge, about).answer
        : ({ status: 'answer', cards: [chosen] } satisfies Answer);
    if (chosen === undefined || language === undefined) language = languageOfAnswer(line);
    offered = answer.status === 'suggest' ? answer.cards : [];
    return paintAnswer(answer, knowledge.base, language, {
      ...canvas,
      width: process.stdout.columns ?? canvas.width,
    });
  };
  prompt.prompt();
  for await (const line of prompt) {
    const asked = line.trim();
    if (LEAVE.has(asked.toLowerCase())) break;
    if (asked !== '') console.log(`\n${reply(asked)}\n`);
    prompt.prompt();
  }
  prompt.close();
}
