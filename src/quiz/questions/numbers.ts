import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { chance, threeRound } from './chance.ts';
import { datesIn } from './days.ts';
import type { Askable } from './question.ts';
import { blanked, figuresOf, isNear, type Numeral, numeralsIn, told, yearsIn } from './text.ts';

/** English words before a number beside which another number would be true as well, or which make it a name. */
const LOOSE_BEFORE =
  /\b(?:over|than|nearly|almost|close to|least|most|up to|under|below|no\.|number|the first|age of)\s$/i;

/** How many there are of something: a number of the bare answer, blanked in the statement. */
export function numberQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  const english = told(fact.statement, 'en') ?? '';
  const value = told(fact.value, 'en') ?? '';
  const text = told(fact.statement, language);
  if (text === undefined) return [];
  const asked = numeralsIn(english).filter((one) => isAmount(one, english, 'en'));
  const inValue = new Set(numeralsIn(value).map(({ digits }) => digits));
  return asked
    .filter(({ digits }) => !isInDate(digits, fact))
    .filter(({ digits }) => inValue.has(digits) && once(digits, english) && !canBeReckoned(digits, english))
    .filter((one) => !isToldAgain(one, english))
    .flatMap(({ digits }) => {
      const [place] = numeralsIn(text).filter((one) => one.digits === digits);
      if (place === undefined || !once(digits, text) || !isAmount(place, text, language)) return [];
      return numberQuestion(fact, text, place, language, knowledge);
    });
}

/** A day of a date that is written apart from its month: "from 5 to 10 November". */
export const isInDate = (digits: string, { date = '' }: Fact): boolean =>
  digits.length <= 2 && date.split(/[-/]/).some((part) => Number(part) === Number(digits));

/** Not a year, a part of a date, an ordinal or a part of a name. */
function isAmount({ from, to, typed }: Numeral, text: string, language: Language): boolean {
  if (yearsIn(text).some((year) => year.from === from)) return false;
  if (datesIn(text, language).some((date) => from >= date.from && to <= date.to)) return false;
  const before = text.slice(0, from);
  if (/[\p{L}\d]?[-–№#]\s?$/u.test(before) || (language === 'en' && LOOSE_BEFORE.test(before))) return false;
  const after = text.slice(to);
  if (language === 'en') return /^ \p{L}|^[,.;]/u.test(after) && !/^,\d/.test(after);
  // A point makes a Turkish ordinal; Russian joins an age to its number.
  return !/^\p{L}|^\. \p{Ll}|^-лет/u.test(after) && typed !== '';
}

const once = (digits: string, text: string) =>
  numeralsIn(text).filter((one) => one.digits === digits).length === 1;

/** Can a number be found by adding, or by taking away, what else the text holds? */
function canBeReckoned(digits: string, text: string): boolean {
  const wanted = Number(digits);
  const others = numeralsIn(text)
    .map((one) => Number(one.digits))
    .filter((one) => one !== wanted);
  const years = yearsIn(text).map(({ year }) => year);
  if (years.some((one) => years.some((other) => one - other === wanted))) return true;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const most = Math.max(0, ...others);
  return others.length > 1 && (sum(others) === wanted || most - (sum(others) - most) === wanted);
}

/** Does the text hold a rounder number for the same: "256, which agrees with the 'over 250' of others"? */
const isToldAgain = ({ digits, from }: Numeral, text: string): boolean =>
  numeralsIn(text).some((one) => {
    const share = Number(one.digits) / Number(digits);
    return one.from !== from && share > 1 - SAME && share < 1 + SAME;
  });

function numberQuestion(
  fact: Fact,
  text: string,
  place: Numeral,
  language: Language,
  knowledge: Knowledge,
): Askable[] {
  const zeros = /0*$/.exec(place.digits)?.[0].length ?? 0;
  const right = Number(place.digits);
  const step = 10 ** zeros;
  const taken = new Set(
    knowledge.base.facts
      .filter((other) => isNear(fact, other, knowledge))
      .flatMap((other) => [...figuresOf(other).digits]),
  );
  const beside = numeralsIn(text)
    .filter(({ from }) => from !== place.from && !yearsIn(text).some((year) => year.from === from))
    .map(({ digits }) => Number(digits))
    .filter((other) => other > right / COMPARABLE && other < right * COMPARABLE);
  const suffixed = /^['’-]\p{L}/u.test(text.slice(place.to));
  const fits = (one: number) =>
    one !== right &&
    String(one).length === place.digits.length &&
    (/0*$/.exec(String(one))?.[0].length ?? 0) === zeros &&
    !taken.has(String(one)) &&
    // A part is not more than the whole.
    beside.every((other) => one < other === right < other) &&
    agrees(one, right, zeros, suffixed, language);
  const write = (one: number) => written(one, place);
  const key = `${fact.id} number ${place.digits}`;
  const near = (from: number, to: number) => {
    const found = new Set<number>();
    for (let index = 0; index < TRIES; index++) {
      const share = from + (to - from) * chance(key, `${from} ${index}`);
      const whole = Math.round((right * share) / step) * step;
      const like = suffixed && zeros < 2 ? withEnding(whole, right, 10 ** (zeros + 1)) : whole;
      if (fits(like) && like / right > LEAST && like / right < MOST) found.add(like);
    }
    return [...found];
  };
  const less = near(LEAST, 1).filter((one) => one < right);
  const more = near(1, MOST).filter((one) => one > right);
  if (less.length + more.length < 3) return [];
  return [
    {
      key,
      kind: 'number',
      fact,
      sentence: blanked(text, place),
      right: place.typed,
      wrong: (seed) => threeRound(less, more, seed).map(write),
      order: (one, other) => Number(one.replace(/\D/g, '')) - Number(other.replace(/\D/g, '')),
    },
  ];
}

/** Wrong amounts are between these shares of the right one. */
const LEAST = 0.6;
const MOST = 1.7;
/** Numbers that differ by no more than this may be parts of one another. */
const COMPARABLE = 3;
/** Numbers that differ by less than this share may be one, once exact and once rounded. */
const SAME = 0.05;
/** So many are tried. */
const TRIES = 60;

/** Would the words round a number be the same with another one? */
function agrees(one: number, right: number, zeros: number, suffixed: boolean, language: Language): boolean {
  const rules = new Intl.PluralRules(language);
  if (rules.select(one) !== rules.select(right)) return false;
  // An ending sounds after the last word of the number: of hundreds and thousands it is always the same.
  return !suffixed || zeros >= 2 || one % 10 ** (zeros + 1) === right % 10 ** (zeros + 1);
}

const withEnding = (one: number, right: number, step: number) =>
  Math.floor(one / step) * step + (right % step);

/** A number written as another of as many digits is. */
function written(one: number, { typed }: Numeral): string {
  const digits = [...String(one)];
  return typed.replace(/\d/g, () => digits.shift() ?? '');
}
