import type { Seal } from '../../quiz/seal.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';

/** How a quiz is told: sealed with what, from which facts, to one reader or to a channel. */
export type Telling = { knowledge: Knowledge; seal: Seal; direct: boolean };
