import { fileURLToPath } from 'node:url';
import { loadFactBase } from '../src/facts/load.ts';
import { Knowledge } from '../src/search/judging/knowledge.ts';
import { prepare } from '../src/search/learning/prepare.ts';

export const FACTS = fileURLToPath(new URL('../facts', import.meta.url));

/** The real facts, learned afresh: what the build stores is tested by running the built program. */
export const realKnowledge = (): Knowledge => new Knowledge(prepare(loadFactBase(FACTS)));
