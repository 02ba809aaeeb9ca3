import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Card, Column } from '../../search/answer.ts';
import type { Told } from '../../search/following/told.ts';
import { inLanguage } from '../wording/in-language.ts';

/** Statements of one card, in characters: what is read in one breath. */
const ONE_BREATH = 600;

/** Which facts of a column are told: the first always, then its siblings while they fit. */
function told({ facts }: Column, language: Language, room = ONE_BREATH): Fact[] {
  let left = room;
  return facts.filter((fact, index) => {
    const length = inLanguage(fact.statement, language).length + 1;
    if (index > 0 && length > left) return false;
    left -= length;
    return true;
  });
}

/** Which facts of a card are told, column by column: side by side each has its share of the room. */
export function toldByColumn({ columns }: Card, language: Language): { column: Column; facts: Fact[] }[] {
  const room = ONE_BREATH / columns.length;
  return columns.map((column) => ({ column, facts: told(column, language, room) }));
}

/** What cards tell their reader, for understanding what is asked next. */
export function toldOf(cards: readonly Card[], language: Language): Told {
  const columns = cards.flatMap((card) => toldByColumn(card, language));
  return {
    leads: columns.flatMap(({ facts }) => facts.slice(0, 1)),
    facts: columns.flatMap(({ facts }) => facts),
    things: [],
    language,
  };
}
