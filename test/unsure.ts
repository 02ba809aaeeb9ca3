import { readQuestions } from '../src/evaluate/questions.ts';
import { decide } from '../src/search/decide.ts';
import { Knowledge } from '../src/search/judging/knowledge.ts';
import { loadPrepared } from '../src/search/learning/store.ts';
import { FACTS } from './knowledge.ts';

/** A question of which the built program is not sure, and the fact that it offers first, with a pattern of how its title begins: which one it is changes with what is learned. */
export async function unsureQuestion(): Promise<{ question: string; id: string; title: string }> {
  const knowledge = new Knowledge((await loadPrepared(FACTS)).prepared);
  const folder = new URL('questions', import.meta.url).pathname;
  for (const { language, question, expect } of readQuestions(folder)) {
    if (language !== 'en' || expect.length === 0 || question.length > 80) continue;
    const { answer } = decide(question, knowledge);
    const lead = answer.status === 'suggest' ? answer.cards[0]?.columns[0]?.facts[0] : undefined;
    if (lead === undefined) continue;
    // A button may cut a title, a terminal may wrap it.
    const title = lead.title.en.slice(0, 20).replace(/[^\p{L}\p{N} ]/gu, '.');
    return { question, id: lead.id, title };
  }
  throw new Error('It is sure of everything.');
}
