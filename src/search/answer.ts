import type { Fact } from '../facts/base.ts';
import type { Remark } from './judging/steering.ts';

/** One thing's facts on a card: the fact that fits the question first, then what belongs with it. */
export type Column = { thing: string; facts: Fact[] };

/** What is told at once: one thing, or several of a kind side by side. */
export type Card = {
  /** Kind and aspect, such as `library/founding`. */
  question: string;
  columns: Column[];
  /** Things that have the aspect too but were not meant: a word on each, lest they be taken for one another. */
  besides: Column[];
  /** From 0 to 1: how sure it is that this was asked. */
  score: number;
};

/** Why nothing is told: what was said instead of a question, or what kind of matter is not covered. */
export type Nothing =
  | Remark
  | 'empty'
  | 'not-covered'
  | 'not-understood'
  /** What was told before does not have what is asked of it … */
  | 'not-told'
  /** … or all of it has been told; or nothing was told of which it could be asked. */
  | 'all-told'
  | 'of-what';

/** What a message is answered with, as a value: search decides, replies write it out. */
export type Answer =
  | { status: 'answer'; cards: Card[] }
  | { status: 'suggest'; cards: Card[] }
  | { status: 'none'; why: Nothing; refusal?: string };
