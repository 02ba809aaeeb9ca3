import type { FactBase, Thing } from '../facts/base.ts';
import type { Model } from './model.ts';

/** What the build prepares from the facts, as plain data: kept on disk, remade when facts change. */
export type Prepared = {
  /** The facts, without the phrases from which the model has learned. */
  base: FactBase;
  /** Every word that the facts or the vocabulary hold. */
  words: string[];
  /** Other words that exist. */
  real: string[];
  /** What has a name and is not ours. */
  foreign: Thing;
  /** By fact, the share of the phrases that ask for it in which a stem occurs. */
  asked: Record<string, Record<string, number>>;
  model: Model;
};
