import { describe, expect, test } from 'vitest';
import type { Fact } from '../../src/facts/base.ts';
import { loadFactBase } from '../../src/facts/load.ts';
import { factOfDay } from '../../src/search/fact-of-day.ts';
import { FACTS } from '../knowledge.ts';

const { facts } = loadFactBase(FACTS);
const DAY = 86_400_000;

/** So many days one after the other. */
const days = (first: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) =>
    new Date(Date.parse(first) + index * DAY).toISOString().slice(0, 10),
  );
const toldOn = (day: string, among: readonly Fact[] = facts) => {
  const told = factOfDay(day, among);
  if (told === undefined) throw new Error(`Nothing is told on ${day}.`);
  return told;
};
const idsOn = (dates: readonly string[], among: readonly Fact[] = facts) =>
  dates.map((day) => toldOn(day, among).fact.id);

describe('round by round', () => {
  test('all facts come before any comes again, but for anniversaries', () => {
    const told = days('2026-11-01', 3 * 365).map((day) => toldOn(day));
    let round = new Set<Fact>();
    let rounds = 0;
    for (const { fact, year } of told) {
      if (round.size === facts.length) {
        round = new Set();
        rounds++;
      }
      if (year === undefined) expect(round.has(fact), fact.id).toBe(false);
      round.add(fact);
    }
    expect(rounds).toBe(4);
  });

  test('no fact is told twice within a fortnight', () => {
    const ids = idsOn(days('2026-11-01', 5 * 365));
    for (const [index, id] of ids.entries()) expect(ids.slice(index + 1, index + 15), id).not.toContain(id);
  });

  test('the order has nothing to do with that of the files', () => {
    const ids = idsOn(days('2026-11-01', 40));
    const places = ids.map((id) => facts.findIndex((fact) => fact.id === id));
    const steps = places.slice(1).map((place, index) => place - (places[index] ?? 0));
    expect(steps.filter((step) => step === 1).length).toBeLessThan(3);
    expect(idsOn(days('2026-11-01', 40), facts.toReversed())).toEqual(ids);
  });
});

describe('anniversaries', () => {
  test.each([
    ['2027-05-23', 'az-founding-opening-1923', 1923],
    ['2027-03-12', /^kzn-/, 1931],
    ['2027-12-31', /^kzn-/, 1910],
  ])('%s', (day, id, year) => {
    const told = toldOn(day);
    expect(told.year).toBe(year);
    expect(told.fact.id).toMatch(id);
    expect(told.fact.event).toBe(true);
  });

  test('several on one day take turns, a year each', () => {
    const told = [2027, 2028, 2029, 2030].map((year) => toldOn(`${year}-09-25`));
    expect(new Set(told.map(({ fact }) => fact.id)).size).toBe(4);
    for (const { fact, year } of told) expect(fact.date).toBe(`${year}-09-25`);
  });

  const [some] = facts;
  if (some === undefined) throw new Error('There are facts.');
  const event = (id: string, date: string): Fact => ({ ...some, id, date, event: true });
  const plain: Fact[] = Array.from({ length: 5 }, (_, index) => {
    const { date: _date, event: _event, ...rest } = some;
    return { ...rest, id: `plain-${index}` };
  });

  test('the 29th of February in leap years, and told at its turn in others', () => {
    const leap = [...plain, event('leap', '2020-02-29')];
    expect(toldOn('2028-02-29', leap)).toMatchObject({ fact: { id: 'leap' }, year: 2020 });
    for (const day of ['2027-02-28', '2027-03-01']) expect(toldOn(day, leap).year).toBeUndefined();
    expect(idsOn(days('2027-05-01', 12), leap)).toContain('leap');
  });

  test.each(['2020-05', '2020', '2020-05-04?', '2020-05-04~', '2020-05-04/2020-05-06', '202X'])(
    'what happened on %s has none',
    (date) => {
      const told = days('2027-05-01', 9).map((day) => toldOn(day, [...plain, event('vague', date)]));
      expect(told.every(({ year }) => year === undefined)).toBe(true);
    },
  );

  test('nor has what happens today, or is dated by what was so then', () => {
    expect(toldOn('2027-05-04', [...plain, event('today', '2027-05-04')]).year).toBeUndefined();
    const { event: _, ...asOf } = event('as-of', '2020-05-04');
    expect(toldOn('2027-05-04', [...plain, asOf]).year).toBeUndefined();
  });
});

describe('facts come and go', () => {
  /** How many of the next 60 days repeat what was told in the 100 days before, if a change is made on a day. */
  const repeats = (changed: readonly Fact[], day: string) => {
    const before = new Set(idsOn(days(new Date(Date.parse(day) - 100 * DAY).toISOString(), 100)));
    return days(day, 60)
      .map((date) => toldOn(date, changed))
      .filter(({ fact, year }) => year === undefined && before.has(fact.id)).length;
  };
  const [some] = facts;
  if (some === undefined) throw new Error('There are facts.');
  const more = (count: number) => [
    ...facts,
    ...Array.from({ length: count }, (_, index) => ({ ...some, id: `new-${index}` })),
  ];

  test('with one more, or one less, few come again: at most one for each round since the first', () => {
    expect(repeats(facts, '2027-04-01')).toBe(0);
    expect(repeats(more(1), '2027-04-01')).toBeLessThanOrEqual(1);
    expect(repeats(facts.slice(1), '2027-04-01')).toBeLessThanOrEqual(1);
    expect(repeats(more(1), '2029-11-01')).toBeLessThanOrEqual(5);
  });

  test('whatever is there, something is told', () => {
    expect(factOfDay('2027-01-01', [])).toBeUndefined();
    for (const count of [1, 2, 3, 227])
      for (const day of ['1999-12-31', '2026-10-31', '2026-11-01', '2027-05-23', '2099-02-28'])
        expect(toldOn(day, facts.slice(0, count)).fact).toBeDefined();
    expect(() => toldOn('2027-05-23', more(2000))).not.toThrow();
  });
});
