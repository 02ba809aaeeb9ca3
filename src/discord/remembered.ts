import QuickLRU from 'quick-lru';
import type { Language } from '../facts/model.ts';
import type { Told } from '../health/figures.ts';
import type { MessageBody } from '../replies/message/body.ts';
import type { Knowledge } from '../search/judging/knowledge.ts';

/** So many replies are kept; each takes some kilobytes. */
const MOST = 2000;

const said = new WeakMap<Knowledge, QuickLRU<string, Said>>();

/** A reply ready to be sent, its language, whether it is of use to nobody but who asked, and how it came out. */
export type Said = { body: MessageBody; aside: boolean; language: Language; told?: Told };

/** What was said from some knowledge to the same question, or else what is made now and kept. Other facts forget all. */
export function remembered(knowledge: Knowledge, question: readonly unknown[], make: () => Said): Said {
  const known = said.get(knowledge) ?? new QuickLRU<string, Said>({ maxSize: MOST });
  said.set(knowledge, known);
  const key = JSON.stringify(question);
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = make();
  known.set(key, made);
  return made;
}
