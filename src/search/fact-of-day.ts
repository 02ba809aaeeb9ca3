import { createHash } from 'node:crypto';
import type { Fact } from '../facts/base.ts';

/**
 * The first day of the first round. The later a round, the more a change of the facts shifts it: by one place for each fact
 * added or taken out and each round since.
 */
const FIRST_DAY = '2026-11-01';
const DAY = 86_400_000;

/** So many days before and after its anniversary a fact waits, so that it is not told twice in a row. */
const NEAR = 14;

/** What is told on a day, and the year of which the day is an anniversary, if that is why. */
export type FactOfDay = { fact: Fact; year?: number };

/**
 * The fact of a day such as "2026-05-23": one of which it is an anniversary, if there is such; else the next of a fixed
 * shuffled order, so that all have been told before any comes again. It follows from the day and the facts alone.
 * Undefined where there are no facts.
 */
export function factOfDay(day: string, facts: readonly Fact[]): FactOfDay | undefined {
  const order = shuffled(facts);
  const anniversaries = order.flatMap((fact) => anniversaryOf(fact) ?? []);
  const waits = new Map(anniversaries.map(({ fact, monthDay }) => [fact, dayOfYear(monthDay)]));
  let round: Fact[] = [];
  let told: FactOfDay | undefined;
  for (const date of daysUntil(day)) {
    if (round.length === 0) round = [...order];
    told = anniversaryOn(date, anniversaries) ?? nextOf(round, date, waits);
    const { fact } = told ?? {};
    round = round.filter((other) => other !== fact);
  }
  return told;
}

/** The days from the first one to this, both included; a day before the first stands alone. */
function daysUntil(day: string): string[] {
  const last = Date.parse(day);
  const first = Math.min(Date.parse(FIRST_DAY), last);
  return Array.from({ length: (last - first) / DAY + 1 }, (_, index) =>
    new Date(first + index * DAY).toISOString().slice(0, 10),
  );
}

/** Facts in an order that has to do with nothing but their ids: one more or less moves no other. */
const shuffled = (facts: readonly Fact[]): Fact[] =>
  facts
    .map((fact) => ({ fact, hash: createHash('sha256').update(fact.id).digest('hex') }))
    .toSorted((one, other) => (one.hash < other.hash ? -1 : 1))
    .map(({ fact }) => fact);

type Anniversary = { fact: Fact; year: number; monthDay: string };

/** Only what happened on one certain day has an anniversary: neither "about 1923-05-23" nor a span of days. */
function anniversaryOf(fact: Fact): Anniversary | undefined {
  const [, year, monthDay] = /^(\d{4})-(\d{2}-\d{2})$/.exec(fact.date ?? '') ?? [];
  return fact.event === true && year !== undefined && monthDay !== undefined
    ? { fact, year: Number(year), monthDay }
    : undefined;
}

/**
 * Of several on the same day another one each year. The 29th of February has its anniversary in leap years only: "on this
 * day" would not be true of any other.
 */
function anniversaryOn(date: string, all: readonly Anniversary[]): FactOfDay | undefined {
  const thisYear = Number(date.slice(0, 4));
  const those = all.filter(({ monthDay, year }) => date.endsWith(monthDay) && year < thisYear);
  const chosen = those[thisYear % those.length];
  return chosen === undefined ? undefined : { fact: chosen.fact, year: chosen.year };
}

/** The next that is not about to be told, or just was, on its anniversary; if all that are left are so, the first of them. */
function nextOf(round: readonly Fact[], date: string, waits: ReadonlyMap<Fact, number>) {
  const today = dayOfYear(date.slice(5));
  const isNear = (fact: Fact) => {
    const day = waits.get(fact);
    if (day === undefined) return false;
    const apart = Math.abs(today - day);
    return Math.min(apart, DAYS_OF_YEAR - apart) <= NEAR;
  };
  const fact = round.find((fact) => !isNear(fact)) ?? round[0];
  return fact === undefined ? undefined : { fact };
}

const DAYS_OF_YEAR = 366;

/** Which day of a leap year, from 0. */
const dayOfYear = (monthDay: string): number =>
  (Date.parse(`2024-${monthDay}`) - Date.parse('2024-01-01')) / DAY;
