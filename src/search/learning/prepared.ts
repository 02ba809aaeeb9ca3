import type { Sources } from '../reading/reader.ts';
import type { Asked } from './asked.ts';
import type { Model } from './model.ts';

/** What the build prepares from the facts, as plain data: kept on disk, remade when facts change. */
export type Prepared = Sources & {
  asked: Asked;
  /** By fact, the stems of what it says, in every language. */
  told: Record<string, string[]>;
  model: Model;
  /** By what the language of a question is recognised. */
  languages: Model;
};
