import type { Fact } from '../../facts/base.ts';
import type { Language, Localised } from '../../facts/model.ts';
import type { Knowledge } from '../../search/judging/knowledge.ts';
import type { Naming } from '../../search/reading/names.ts';
import { clean, type Token, tokenise } from '../../search/reading/tokens.ts';
import { BLANK } from './question.ts';

/** From one character of a text up to but not including another. */
export type Span = { from: number; to: number };

export type Placed = Token & Span;

/** A naming by the characters it takes. */
export type Named = Span & Pick<Naming, 'things' | 'pointsTo'>;

/** A text of a fact as it is quoted in a question; undefined where it is not told in that language. */
export const told = (text: Localised, language: Language): string | undefined => {
  const own = text[language];
  return own === undefined ? undefined : clean(own);
};

/** The words of a text and where they stand. */
export function wordsIn(text: string): Placed[] {
  let at = 0;
  return tokenise(text).map((token) => {
    const from = text.indexOf(token.typed, at);
    at = from + token.typed.length;
    return { ...token, from, to: at };
  });
}

/** Everything named in a text. */
export function namedIn(text: string, language: Language, { reader }: Knowledge): Named[] {
  const words = wordsIn(text);
  return reader.names.find(words, language).map(({ from, to, things, pointsTo }) => ({
    ...trimmed(text, { from: words[from]?.from ?? 0, to: words[to]?.to ?? 0 }),
    things,
    pointsTo,
  }));
}

/** A text with something left out, and what is to stand behind the blank. */
export const blanked = (text: string, { from, to }: Span, after = ''): string =>
  `${text.slice(0, from)}${BLANK}${after}${text.slice(to)}`;

const NUMBER = /\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?/gu;

/** A number in a text: its digits alone, by which it is the same in every language, and how it is written. */
export type Numeral = Span & { digits: string; typed: string };

/** The numbers of a text, years and parts of dates among them. */
export const numeralsIn = (text: string): Numeral[] =>
  [...text.matchAll(NUMBER)].map((match) => ({
    typed: match[0],
    digits: match[0].replace(/\D/g, ''),
    from: match.index,
    to: match.index + match[0].length,
  }));

const YEAR = /(?<![\d.,–-])(?:1[89]|20)\d\d(?![\d.,]\d|\d)|(?<=(?:1[89]|20)\d\d–)(?:1[89]|20)\d\d(?!\d)/gu;

/** The years in a text. */
export const yearsIn = (text: string): (Span & { year: number })[] =>
  [...text.matchAll(YEAR)].map((match) => ({
    year: Number(match[0]),
    from: match.index,
    to: match.index + match[0].length,
  }));

/** What a fact tells that may make a wrong answer true: every year and every number in its texts. */
type Figures = { years: ReadonlySet<number>; digits: ReadonlySet<string> };

const figures = new WeakMap<Fact, Figures>();

/** The years and numbers of a fact, read once. */
export function figuresOf(fact: Fact): Figures {
  const known = figures.get(fact);
  if (known !== undefined) return known;
  const texts = textsOf(fact);
  const made = {
    years: new Set(texts.flatMap((text) => yearsIn(text).map(({ year }) => year))),
    digits: new Set(texts.flatMap((text) => numeralsIn(text).map(({ digits }) => digits))),
  };
  figures.set(fact, made);
  return made;
}

/** The English texts of a fact: what they tell of figures all languages tell. */
export const textsOf = ({ title, statement, value, caveat }: Fact): string[] =>
  [title.en, statement.en, value.en, caveat?.en ?? ''].map(clean);

/** Do two facts tell of the same, so that what is true by one may be true by the other? */
export function isNear(one: Fact, other: Fact, { things }: Knowledge): boolean {
  if (one.see.includes(other.id) || other.see.includes(one.id)) return true;
  if (one.thing !== other.thing) return false;
  return things.get(one.thing)?.own !== true || one.topic === other.topic;
}

/** Do two facts tell of the same, or of something of the same sort that may have happened at the same time? */
export const isAlike = (one: Fact, other: Fact, knowledge: Knowledge): boolean =>
  isNear(one, other, knowledge) ||
  one.question === other.question ||
  (one.topic === other.topic && folderOf(one, knowledge) === folderOf(other, knowledge));

const folderOf = ({ thing }: Fact, { things }: Knowledge) => things.get(thing)?.folder;

/** The English possessive is no part of a name; a bracket or a quotation that it opens or ends is, as a whole. */
export function trimmed(text: string, { from, to }: Span): Span {
  const typed = text.slice(from, to);
  const bracket = typed.includes('(') && !typed.includes(')') && text[to] === ')' ? 1 : 0;
  const opening = /[“«]/.test(text[from - 1] ?? '') && /^[^“«]*[”»]/.test(typed) ? 1 : 0;
  const closing = /[”»]/.test(text[to] ?? '') && /[“«][^”»]*$/.test(typed) ? 1 : 0;
  return { from: from - opening, to: to + bracket + closing - (/['’]s$/.exec(typed)?.[0].length ?? 0) };
}
