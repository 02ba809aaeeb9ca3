import { createInterface } from 'node:readline';
import pc from 'picocolors';
import type { Language } from '../facts/model.ts';
import { followedReply } from '../replies/browse/followed.ts';
import { toldOf } from '../replies/cards/told.ts';
import type { Answer, Card } from '../search/answer.ts';
import { decide } from '../search/decide.ts';
import { type Followed, follow } from '../search/following/follow.ts';
import type { Told } from '../search/following/told.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';
import { type Canvas, paintAnswer, paintReply } from './paint.ts';

const tell = (cards: Card[]): Answer => ({ status: 'answer', cards });

const LEAVE = new Set(['exit', 'quit', ':q']);

/**
 * A prompt that stays open: a question a line, which may follow on the answer before it, or the number of a suggestion
 * to see it; exit, Ctrl-C or Ctrl-D leaves.
 */
export async function keepAsking(
  knowledge: Knowledge,
  languageOfAnswer: (question: string, former?: Language) => Language,
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
  let told: Told | undefined;
  const follows = (line: string): Followed =>
    about === undefined ? follow(line, knowledge, told) : { answer: decide(line, knowledge, about).answer };
  const reply = (line: string): string => {
    const place = { ...canvas, width: process.stdout.columns ?? canvas.width };
    const chosen = offered[Number(line) - 1];
    if (chosen === undefined || language === undefined) language = languageOfAnswer(line, told?.language);
    const followed = chosen === undefined ? follows(line) : { answer: tell([chosen]) };
    if ('cited' in followed)
      return paintReply(followedReply(followed, knowledge, { language, showable: false }), place);
    const { answer } = followed;
    offered = answer.status === 'suggest' ? answer.cards : [];
    told = answer.status === 'answer' ? toldOf(answer.cards, language) : undefined;
    return paintAnswer(answer, knowledge.base, language, place);
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
