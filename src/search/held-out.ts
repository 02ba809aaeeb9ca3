import { everyPhrase, type FactBase } from '../facts/base.ts';
import { decide } from './decide.ts';
import { Knowledge } from './judging/knowledge.ts';
import { refusalLabel } from './learning/labels.ts';
import { prepare } from './learning/prepare.ts';

/** A phrase that is answered otherwise than it should be when it has not itself been learned. */
export type Misread = { phrase: string; label: string; answered: string };

/** How phrases fare when held out: those that another question wins, and refusals that are answered. */
export type HeldOut = { phrases: number; won: Misread[]; refusals: number; answered: Misread[] };

const FOLDS = 3;

/** Learns from two thirds of the phrases at a time and asks the others: three times the work of preparing. */
export function holdOut(base: FactBase): HeldOut {
  const result: HeldOut = { phrases: 0, won: [], refusals: 0, answered: [] };
  for (let fold = 0; fold < FOLDS; fold++) {
    const knowledge = new Knowledge(prepare(base, (_, phrase) => foldOf(phrase) === fold));
    const answered = (phrase: string) => {
      const { answer } = decide(phrase, knowledge);
      return answer.status === 'answer' ? answer.cards[0]?.question : undefined;
    };
    for (const { question, asked } of base.facts)
      for (const phrase of everyPhrase(asked)) {
        if (foldOf(phrase) !== fold || phrase.includes('{')) continue;
        result.phrases++;
        const winner = answered(phrase);
        if (winner !== undefined && winner !== question)
          result.won.push({ phrase, label: question, answered: winner });
      }
    for (const { refusals } of Object.values(base.vocabularies))
      for (const [name, phrases] of Object.entries(refusals))
        for (const phrase of phrases) {
          if (foldOf(phrase) !== fold || phrase.includes('{')) continue;
          result.refusals++;
          const winner = answered(phrase);
          if (winner !== undefined)
            result.answered.push({ phrase, label: refusalLabel(name), answered: winner });
        }
  }
  return result;
}

/** The fold a phrase belongs to, the same at every run and whatever else is added. */
function foldOf(phrase: string): number {
  let hash = 0;
  for (const letter of phrase) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % FOLDS;
}
