import type { Fact, FactBase, Thing } from '../facts/base.ts';
import { namedThings } from './judging/fit.ts';
import type { Knowledge } from './judging/knowledge.ts';
import { read } from './reading/reading.ts';

/** Which events: of one thing or of all, in the years from and to, both included. */
export type Span = { thing?: string | undefined; from?: number | undefined; to?: number | undefined };

/** Everything that happened, in order of date; of a thing what stands in its folder, and what else tells of it. */
export function eventsInOrder(
  { thing, from = -Infinity, to = Infinity }: Span,
  knowledge: Knowledge,
): Fact[] {
  return knowledge.base.facts
    .filter((fact) => fact.event === true && (thing === undefined || tellsOf(fact, thing, knowledge)))
    .flatMap((fact) => {
      const [start = '', end = start] = (fact.date ?? '').split('/');
      return { fact, start: earliest(start), first: yearOf(start, '0'), last: yearOf(end, '9') };
    })
    .filter(({ first, last }) => last >= from && first <= to)
    .toSorted((one, other) => (one.start < other.start ? -1 : one.start > other.start ? 1 : 0))
    .map(({ fact }) => fact);
}

/** The institutions that the facts are about, and of which an event tells: those that stand for their kind come first. */
export function toldOf(fact: Fact, knowledge: Knowledge): Thing[] {
  return institutions(knowledge.base).filter(({ id }) => tellsOf(fact, id, knowledge));
}

/** The folders' own things of the kind that a question means where it names none. */
export function institutions({ things }: FactBase): Thing[] {
  const kinds = new Set(things.filter(({ headline }) => headline).map(({ kind }) => kind));
  return things.filter(({ own, kind }) => own && kinds.has(kind));
}

function tellsOf(fact: Fact, thing: string, knowledge: Knowledge): boolean {
  const folder = (id: string) => knowledge.things.get(id)?.folder;
  if (folder(fact.thing) === folder(thing) || fact.mentions.includes(thing)) return true;
  const { namings } = read(fact.statement.en, knowledge.reader.lexicon, knowledge.reader.names);
  return namedThings(namings).has(thing);
}

/** An EDTF date without its marks of doubt, its unknown digits at their least, so that text order is order of time. */
const earliest = (date: string) => date.replace(/[?~%]/g, '').replaceAll('X', '0');

const yearOf = (date: string, unknownDigit: string) => Number(date.slice(0, 4).replaceAll('X', unknownDigit));
