import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';

/** What an answer has told: a question said right after it is understood from this. */
export type Told = {
  /** The fact that came first, of each thing told of. */
  leads: Fact[];
  /** All facts that were told, those that lead among them. */
  facts: Fact[];
  /** The things told of, where a whole thing was told rather than facts of it. */
  things: string[];
  /** The language in which it was told, if that is known. */
  language: Language | undefined;
};

/** The things that an answer told of, in its order. */
export const thingsTold = ({ leads, things }: Told): string[] => [
  ...new Set([...leads.map(({ thing }) => thing), ...things]),
];
