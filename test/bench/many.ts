import type { FactBase } from '../../src/facts/base.ts';

/** Syllables of made-up towns: a base of many institutions must have as many names. */
const SYLLABLES = ['ba', 'dor', 'kel', 'min', 'sar', 'tu', 'vel', 'zan', 'lim', 'gro'];

const townOf = (number: number) =>
  [1000, 100, 10, 1]
    .map((place) => SYLLABLES[Math.floor(number / place) % 10] ?? '')
    .join('')
    .replace(/^./, (letter) => letter.toUpperCase());

/** The real base and, beside it, so many copies of its largest institution under other names that it holds `size` facts. */
export function manyFacts(base: FactBase, size: number): FactBase {
  const counts = new Map<string, number>();
  for (const { thing } of base.facts) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  const [original] = base.things
    .filter(({ own }) => own)
    .toSorted((one, other) => (counts.get(other.id) ?? 0) - (counts.get(one.id) ?? 0));
  if (original === undefined) throw new Error('There is no institution to multiply.');
  const facts = base.facts.filter(({ thing }) => thing === original.id);
  const things = [...base.things];
  const all = [...base.facts];
  for (let copy = 0; all.length < size; copy++) {
    const town = townOf(copy);
    const id = `library-of-${town.toLowerCase()}`;
    const rename = (text: string) => text.replaceAll(original.name.en, `${town} Library`);
    things.push({
      ...original,
      id,
      name: { en: `${town} Library` },
      names: [`Library of ${town}`],
      places: [town],
      headline: false,
    });
    for (const { asked: _, ...fact } of facts)
      all.push({
        ...fact,
        id: `${fact.id}-${town.toLowerCase()}`,
        thing: id,
        title: { en: `${rename(fact.title.en)} (${town})` },
        statement: { en: rename(fact.statement.en) },
      });
  }
  return { ...base, things, facts: all.slice(0, size) };
}
