import type { Fact } from '../../facts/base.ts';

/** What a question asks for. */
export const KINDS = [
  'year',
  'month',
  'day',
  'number',
  'person',
  'organisation',
  'library',
  'first',
  'last',
] as const;

export type Kind = (typeof KINDS)[number];

/** Something that can be asked in a language, its wrong answers not yet drawn. */
export type Askable = {
  /** The fact, the kind and, where a fact is asked several such, which: the same in every language. */
  key: string;
  kind: Kind;
  fact: Fact;
  /** The fact's statement with the answer blanked; empty where the options say it all. */
  sentence: string;
  right: string;
  /** Three wrong answers, as the seed decides; two where there are no more. */
  wrong: (seed: string) => string[];
  /** How the options stand: as a seed shuffles them, or in an order of their own. */
  order?: (one: string, other: string) => number;
  /** What each option is by the facts, shown with the answer; such as the date of each event. */
  told?: ReadonlyMap<string, string>;
};

/** A question with its options; `right` is the index of the right one. */
export type Question = Omit<Askable, 'right' | 'wrong' | 'order'> & { options: string[]; right: number };

/** Stands where the answer was. */
export const BLANK = '[…]';
