import QuickLRU from 'quick-lru';
import { LANGUAGES } from '../../facts/languages.ts';
import type { Language } from '../../facts/model.ts';
import { letterMarks } from '../reading/letters.ts';
import { classify, type Model, Vectoriser } from './model.ts';

/** A language, and how sure it is that a text is in it, from 0 to 1. */
export type Spoken = { language: Language; probability: number };

const RECENT = 50;

/** What recognises the language of a text by its letters and words; undefined for a text that has none. */
export function recogniser(model: Model): (text: string) => Spoken | undefined {
  const vectoriser = new Vectoriser(model);
  // One message is read for its language, its meaning and its names: the answer is the same each time.
  const recent = new QuickLRU<string, { spoken: Spoken | undefined }>({ maxSize: RECENT });
  const recognised = (text: string): Spoken | undefined => {
    const marks = letterMarks(text);
    if (marks.length === 0) return undefined;
    const probabilities = classify(marks, vectoriser, model);
    let best: Spoken | undefined;
    for (const language of LANGUAGES) {
      const probability = probabilities[model.names.indexOf(language)] ?? 0;
      if (probability > (best?.probability ?? 0)) best = { language, probability };
    }
    return best;
  };
  return (text) => {
    const known = recent.get(text);
    if (known !== undefined) return known.spoken;
    const spoken = recognised(text);
    recent.set(text, { spoken });
    return spoken;
  };
}
