import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { threeRound } from './chance.ts';
import { datesIn } from './days.ts';
import type { Askable } from './question.ts';
import { blanked, figuresOf, isAlike, numeralsIn, type Span, told, yearsIn } from './text.ts';

/** Wrong years are at most so far from the right one. */
const NEAR = 12;
/** Whoever can add finds one year from another and from so many years between. */
const LONGEST_BETWEEN = 250;

/** A longer time than this is no one event's. */
const LONGEST_SPAN = 60;

/** English words after which another year would be true as well, or by which the year can be reckoned. */
const LOOSE_BEFORE = /\b(?:by|before|until|till|after|than|about|around|early|late)\s$/i;
const LOOSE = /\bat least\b|\byears? (?:before|after|later|earlier)\b|\bannounced\b/i;

/** In which year something happened, or from which on it was so. */
export function yearQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  const { date = '' } = fact;
  const year = Number(/^\d{4}(?=$|[-/])/.exec(date)?.[0]);
  const text = told(fact.statement, language);
  const english = told(fact.statement, 'en') ?? '';
  const inEnglish = yearsIn(english).find((one) => one.year === year);
  if (text === undefined || Number.isNaN(year) || inEnglish === undefined) return [];
  const before = english.slice(0, inEnglish.from);
  if (LOOSE.test(english) || LOOSE_BEFORE.test(before)) return [];
  // What was so in one year may have been so in the next; what began "from" a year on was not.
  if (fact.event !== true && !/\bfrom $/i.test(before)) return [];
  const there = yearsIn(text);
  const [place, ...more] = there.filter((one) => one.year === year);
  if (place === undefined || more.length > 0 || canBeReckoned(year, text)) return [];
  const ending = endingOf(text, place, language);
  if (ending === undefined) return [];
  const others = there.map((one) => one.year).filter((one) => one !== year);
  const taken = yearsNear(fact, knowledge);
  const latest = latestYear(knowledge);
  const free = (one: number) =>
    one <= latest && !taken.has(one) && others.every((other) => one < other === year < other);
  const steps = Array.from({ length: NEAR }, (_, index) => index + 1);
  const less = steps.map((step) => year - step).filter(free);
  const greater = steps.map((step) => year + step).filter(free);
  if (less.length + greater.length < 3) return [];
  return [
    {
      key: `${fact.id} year`,
      kind: 'year',
      fact,
      sentence: blanked(text, { from: place.from, to: place.to + ending.length }, ending.instead),
      right: String(year),
      wrong: (seed) => threeRound(less, greater, seed).map(String),
      order: (one, other) => Number(one) - Number(other),
    },
  ];
}

/** Turkish endings of a year, and those of a word that stands for it: the ending itself would tell how the year sounds. */
const TURKISH: readonly (readonly [RegExp, string])[] = [
  [/^['’][td][ea]ki(?!\p{L})/u, 'ndeki'],
  [/^['’][td][ea](?!\p{L})/u, 'nde'],
  [/^['’][td][ea]n(?!\p{L})/u, 'nden'],
  [/^['’]n?[iıuü]n(?!\p{L})/u, 'nin'],
  [/^['’]y?[ea](?!\p{L})/u, 'ne'],
  [/^['’]y?[iıuü](?!\p{L})/u, 'ni'],
];

/** "2013'te" as "2013 yılında"; after a day or a month "25 Eylül 2013 tarihinde", after several "tarihlerinde". */
function turkish(ending: string, before: string): string {
  if (isDated(before))
    return /\d[–-]\d{1,2} \p{L}+ $/u.test(before) ? ` tarihleri${ending}` : ` tarihi${ending}`;
  return ` yılı${ending.replaceAll('e', 'a').replaceAll('i', 'ı').replace('ndakı', 'ndaki')}`;
}

/** What follows a year as a part of its word, and what stands for it; undefined where it cannot be taken off. */
function endingOf(
  text: string,
  { from, to }: Span,
  language: Language,
): { length: number; instead: string } | undefined {
  const after = text.slice(to);
  if (/^\p{L}/u.test(after)) return undefined;
  if (language === 'tr' && /^['’]/.test(after)) {
    for (const [ending, instead] of TURKISH) {
      const match = ending.exec(after);
      if (match !== null) return { length: match[0].length, instead: turkish(instead, text.slice(0, from)) };
    }
    return undefined;
  }
  // Azerbaijani and Russian ordinals, "1939-cu"; a longer word is a decade or an age.
  const ending = /^-(\p{L}+)/u.exec(after);
  if (ending === null) return { length: 0, instead: '' };
  return (ending[1] ?? '').length > 3 ? undefined : { length: ending[0].length, instead: '' };
}

/** Does a Turkish month stand before a year? */
const isDated = (before: string) => datesIn(before, 'tr').some(({ to }) => to === before.trimEnd().length);

/** Does the text hold another year and how many years lie between? */
function canBeReckoned(year: number, text: string): boolean {
  const years = yearsIn(text).map((one) => one.year);
  const spans = numeralsIn(text)
    .map(({ digits }) => Number(digits))
    .filter((one) => one > 0 && one <= LONGEST_BETWEEN);
  return years.some((other) => other !== year && spans.includes(Math.abs(other - year)));
}

/** Every year of which facts on the same tell something, those within their dates among them. */
function yearsNear(fact: Fact, knowledge: Knowledge): Set<number> {
  const near = knowledge.base.facts.filter((other) => isAlike(fact, other, knowledge));
  return new Set(
    near.flatMap((other) => {
      const [start, end] = datedYears(other);
      const span =
        start === undefined || end === undefined
          ? []
          : Array.from({ length: Math.min(LONGEST_SPAN, end - start + 1) }, (_, index) => start + index);
      return [...span, ...figuresOf(other).years];
    }),
  );
}

/** The first and the last year of a date. */
export function datedYears({ date = '' }: Fact): [number, number] | [undefined, undefined] {
  const years = [...date.matchAll(/(?<![\d-])\d{4}(?!\d)/g)].map(([year]) => Number(year));
  const [first] = years;
  const last = years.at(-1);
  return first === undefined || last === undefined ? [undefined, undefined] : [first, last];
}

/** The latest year of which a fact tells: nothing of later years is plausible. */
function latestYear({ base }: Knowledge): number {
  return Math.max(...base.facts.map((fact) => datedYears(fact)[1] ?? 0));
}
