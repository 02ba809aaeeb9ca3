import { LANGUAGES } from '../../facts/languages.ts';
import type { Language } from '../../facts/model.ts';
import { letterMarks } from '../reading/letters.ts';
import { classify, type Model, Vectoriser } from './model.ts';

/** A language, and how sure it is that a text is in it, from 0 to 1. */
export type Spoken = { language: Language; probability: number };

/** What recognises the language of a text by its letters and words; undefined for a text that has none. */
export function recogniser(model: Model): (text: string) => Spoken | undefined {
  const vectoriser = new Vectoriser(model);
  return (text) => {
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
}
