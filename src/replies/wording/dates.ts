import type { Language } from '../../facts/model.ts';
import { wordingIn } from './wording.ts';

const PART = /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([?~%])?$/;

/**
 * A date in EDTF as a reader's language writes it, as exact as it is known: "25 September 2024", "24 – 25 September 2013",
 * "1995 – 1997", "about 2004". What is no such date comes back as it is.
 */
export function writeDate(date: string, language: Language): string {
  const parts = date.split('/');
  const [from, to] = parts.map(exactly);
  // Within one month or year, what both have in common is written once.
  if (from !== undefined && to !== undefined && from.to === to.to)
    return formatOf(language, from.to).formatRange(from.moment, to.moment);
  return parts.map((part) => writePart(part, language)).join(' – ');
}

/** A day or a month of which there is no doubt, by its first moment in milliseconds since 1970. */
function exactly(text: string): { moment: number; to: 'month' | 'day' } | undefined {
  const [, year, month, day, mark] = PART.exec(text) ?? [];
  return year === undefined || month === undefined || mark !== undefined
    ? undefined
    : { moment: momentOf(year, month, day), to: day === undefined ? 'month' : 'day' };
}

const momentOf = (year: string, month: string, day: string | undefined) =>
  Date.UTC(Number(year), Number(month) - 1, Number(day ?? '1'));

function writePart(text: string, language: Language): string {
  const match = PART.exec(text);
  if (match === null) return text;
  const [, year = '', month, day, mark] = match;
  const written = month === undefined ? writeYear(year, language) : writeDay(year, month, day, language);
  const say = wordingIn(language);
  if (mark === '?') return say('date.perhaps', { date: written });
  if (mark === '~') return say('date.about', { date: written });
  if (mark === '%') return say('date.perhapsAbout', { date: written });
  return written;
}

/** Years bear no thousands separator; a decade or a century is named after its first year. */
const writeYear = (year: string, language: Language) =>
  year.endsWith('X')
    ? wordingIn(language)('date.decade', { year: year.replaceAll('X', '0'), end: year.replaceAll('X', '9') })
    : year;

const writeDay = (year: string, month: string, day: string | undefined, language: Language) =>
  formatOf(language, day === undefined ? 'month' : 'day').format(momentOf(year, month, day));

const formats = new Map<string, Intl.DateTimeFormat>();

/** How a language writes a month or a day. Making a format takes longer than all else in an answer, so it is kept. */
function formatOf(language: Language, to: 'month' | 'day'): Intl.DateTimeFormat {
  const key = `${language} ${to}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      year: 'numeric',
      month: 'long',
      ...(to === 'day' ? { day: 'numeric' } : {}),
    });
  formats.set(key, format);
  return format;
}
