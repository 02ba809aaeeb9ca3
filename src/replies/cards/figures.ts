import type { Fact } from '../../facts/base.ts';
import type { Card } from '../../search/answer.ts';
import { YEAR } from './compare.ts';

/** So many figures of one thing are set beside those of another. */
const MOST_OF_ONE = 3;

/** A fact that counts something. */
export type Figure = Fact & { quantity: NonNullable<Fact['quantity']> };

/** What of the things on a card is a number and answers the same question. */
export type Figures = { counts: 'amounts' | 'years'; sides: { thing: string; figures: Figure[] }[] };

const isFigure = (fact: Fact): fact is Figure => fact.quantity !== undefined;

/**
 * The figures of a card's things that can be set side by side: the first question that each of them answers with a
 * number, all of them years or none. Undefined if there is none, or only one thing.
 */
export function figuresOf({ columns }: Card): Figures | undefined {
  const [first] = columns;
  if (first === undefined || columns.length < 2) return undefined;
  for (const question of new Set(first.facts.map(({ question }) => question))) {
    const sides = columns.map(({ thing, facts }) => ({
      thing,
      figures: facts
        .filter((fact) => fact.question === question)
        .filter(isFigure)
        .slice(0, MOST_OF_ONE),
    }));
    if (sides.some(({ figures }) => figures.length === 0)) continue;
    const years = sides.flatMap(({ figures }) => figures.map(({ quantity }) => quantity.unit === YEAR));
    if (years.every(Boolean)) return { counts: 'years', sides };
    if (!years.some(Boolean)) return { counts: 'amounts', sides };
  }
  return undefined;
}
