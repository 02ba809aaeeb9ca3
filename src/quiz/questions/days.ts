import type { Fact } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import { shuffled, threeRound } from './chance.ts';
import type { Askable } from './question.ts';
import { blanked, isAlike, type Span, textsOf, told } from './text.ts';

/** Wrong days are at most so many days from the right one. */
const NEAR_DAYS = 45;
const DAY = 86_400_000;

const ANNOUNCED = /\bannounced\b|\bno later than\b/i;

/** On which day of its year something happened, where that is the bare answer; where only the month is known, in which month. */
export function dayQuestions(fact: Fact, language: Language, knowledge: Knowledge): Askable[] {
  const [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(fact.date ?? '') ?? [];
  const text = told(fact.statement, language);
  if (fact.event !== true || year === undefined || month === undefined || text === undefined) return [];
  if (ANNOUNCED.test(fact.statement.en)) return [];
  const there = datesIn(text, language);
  const [place] = there;
  // A second date would tell the first, or be asked instead of it.
  if (place === undefined || there.length > 1 || place.month !== Number(month)) return [];
  const base = { fact, sentence: blanked(text, place) };
  if (day !== undefined)
    return place.day === Number(day) && isAnswer(fact, place)
      ? dayQuestion(base, Number(year), place, language, knowledge)
      : [];
  if (place.day !== undefined) return [];
  const taken = monthsNear(fact, knowledge);
  const names = monthNames(language);
  const wrong = names.map((_, index) => index).filter((index) => !taken.has(index + 1));
  return [
    {
      ...base,
      key: `${fact.id} month`,
      kind: 'month',
      right: names[Number(month) - 1] ?? '',
      wrong: (seed) =>
        shuffled(wrong, seed)
          .slice(0, 3)
          .map((index) => names[index] ?? ''),
      order: (one, other) => names.indexOf(one) - names.indexOf(other),
    },
  ];
}

/** Does the bare answer say the day? Else it is beside the point. */
const isAnswer = ({ value }: Fact, { day, month }: Dated): boolean =>
  datesIn(value.en, 'en').some((dated) => dated.day === day && dated.month === month);

function dayQuestion(
  base: Pick<Askable, 'fact' | 'sentence'>,
  year: number,
  { day = 1, month }: Dated,
  language: Language,
  knowledge: Knowledge,
): Askable[] {
  const near = knowledge.base.facts.filter((other) => isAlike(base.fact, other, knowledge));
  const taken = new Set(
    near.flatMap((other) =>
      textsOf(other).flatMap((text) =>
        datesIn(text, 'en').map((dated) => `${dated.month} ${dated.day ?? ''}`),
      ),
    ),
  );
  const moment = Date.UTC(year, month - 1, day);
  const free = (at: number) => {
    const date = new Date(at);
    return date.getUTCFullYear() === year && !taken.has(`${date.getUTCMonth() + 1} ${date.getUTCDate()}`);
  };
  const steps = Array.from({ length: NEAR_DAYS }, (_, index) => index + 1);
  const less = steps.map((step) => moment - step * DAY).filter(free);
  const more = steps.map((step) => moment + step * DAY).filter(free);
  const format = dayFormat(language);
  const written = new Map([moment, ...less, ...more].map((at) => [format.format(at), at]));
  return [
    {
      ...base,
      key: `${base.fact.id} day`,
      kind: 'day',
      right: format.format(moment),
      wrong: (seed) => threeRound(less, more, seed).map((at) => format.format(at)),
      order: (one, other) => (written.get(one) ?? 0) - (written.get(other) ?? 0),
    },
  ];
}

function monthsNear(fact: Fact, knowledge: Knowledge): Set<number> {
  return new Set(
    knowledge.base.facts
      .filter((other) => isAlike(fact, other, knowledge))
      .flatMap((other) => textsOf(other).flatMap((text) => datesIn(text, 'en').map(({ month }) => month))),
  );
}

type Dated = Span & { day: number | undefined; month: number };

const WORD = /\p{L}+/gu;

/** Months in a text, each with its day where it has one, before it or after it. */
export function datesIn(text: string, language: Language): Dated[] {
  const stems = monthNames(language).map((name) => stemOf(name, language));
  return [...text.matchAll(WORD)].flatMap((match): Dated[] => {
    const word = match[0].toLocaleLowerCase(language);
    const month = stems.findIndex((stem) => isMonth(word, stem));
    if (month < 0 || !isWritten(match[0], language)) return [];
    const before = /(?<![\d–-])(\d{1,2})(?:-\p{L}{1,3})? $/u.exec(text.slice(0, match.index));
    const to = match.index + match[0].length;
    const after = /^ (\d{1,2})(?:-\p{L}{1,3})?(?![\d\p{L}–-])/u.exec(text.slice(to));
    const found = before ?? after;
    const inRange = /[\d]\s?[–-]\s?\d{1,2} $/u.test(text.slice(0, match.index));
    return [
      {
        month: month + 1,
        day: found === null ? (inRange ? 0 : undefined) : Number(found[1]),
        from: before === null ? match.index : match.index - before[0].length,
        to: before === null && after !== null ? to + after[0].length : to,
      },
    ];
  });
}

/** English writes months with a capital: "may" is a verb, "march" a walk. */
const isWritten = (word: string, language: Language) => language !== 'en' || /^\p{Lu}/u.test(word);

/** Endings are short; and the Russian for May is so short that its own are listed. */
function isMonth(word: string, stem: string): boolean {
  if (stem === 'ма') return ['май', 'мая', 'мае'].includes(word);
  return word.startsWith(stem) && word.length - stem.length <= 6;
}

const stemOf = (name: string, language: Language) =>
  language === 'ru' ? name.replace(/[йь]$/, '') : name.toLocaleLowerCase(language);

const months = new Map<Language, string[]>();

/** The names of the months, as they stand alone. */
function monthNames(language: Language): string[] {
  const known = months.get(language);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const made = Array.from({ length: 12 }, (_, month) => {
    const name = format.format(Date.UTC(2000, month));
    // Kazakh months have no capital, though the Unicode data give them one where they stand alone.
    return language === 'kk' ? name.toLocaleLowerCase(language) : name;
  });
  months.set(language, made);
  return made;
}

const days = new Map<Language, Intl.DateTimeFormat>();

/** How a language writes a day without its year. */
function dayFormat(language: Language): Intl.DateTimeFormat {
  const format =
    days.get(language) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    });
  days.set(language, format);
  return format;
}
