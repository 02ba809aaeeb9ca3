import { everyPhrase, everyText, type FactBase } from '../facts/base.ts';
import { FOREIGN } from './kinds.ts';
import { refusalLabel } from './labels.ts';
import { kindMark, marksOf, POINTER } from './marks.ts';
import type { Reader } from './reader.ts';
import { read } from './reading.ts';
import { sequence } from './regression.ts';

const OTHER_INSTITUTIONS = refusalLabel('other-institutions');

/** A text to learn from, as marks, with the label it stands for. */
export type Row = { label: string; marks: string[] };

const POINTERHOLDER = /\{(?:thing|person)\}/g;

/** The rows that the example questions of a fact base make, with the variations that people make of them. */
export function rowsOf(
  base: FactBase,
  reader: Reader,
  skip: (label: string, phrase: string) => boolean = () => false,
): Row[] {
  const random = sequence(11);
  const rows: Row[] = [];
  const marks = (text: string) =>
    marksOf(read(text.replace(POINTERHOLDER, ' '), reader.lexicon, reader.names), reader);
  const fillers = Object.values(base.vocabularies).flatMap(({ filler }) => filler.map(marks));
  const add = (label: string, ...parts: readonly (readonly string[])[]) =>
    rows.push({ label, marks: [...new Set(parts.flat())] });
  const pick = <Item>(items: readonly Item[]): Item[] =>
    items.slice(Math.floor(random() * items.length)).slice(0, 1);

  for (const fact of base.facts) {
    const { question } = fact;
    const kind = question.slice(0, question.indexOf('/'));
    // The facts' own words speak for their aspect too.
    for (const text of [fact.title, fact.value, fact.statement])
      for (const said of everyText(text)) add(question, marks(said));
    for (const phrase of everyPhrase(fact.asked)) {
      if (skip(question, phrase)) continue;
      const own = marks(phrase);
      const named = phrase.includes('{') ? [kindMark(kind)] : [];
      add(question, own, named);
      add(question, own, named, [
        random() < 0.4 ? kindMark(kind) : random() < 0.6 ? POINTER : kindMark('library'),
      ]);
      if (random() < 0.4) for (const filler of pick(fillers)) add(question, own, named, filler);
      // The same question about something that is not ours.
      if (random() < 0.25) add(OTHER_INSTITUTIONS, own, [kindMark(FOREIGN)]);
    }
  }
  const kinds = [...new Set(base.things.map(({ kind }) => kind))].map(kindMark);
  for (const { refusals } of Object.values(base.vocabularies))
    for (const [name, phrases] of Object.entries(refusals)) {
      const label = refusalLabel(name);
      for (const phrase of phrases) {
        if (skip(label, phrase)) continue;
        const own = marks(phrase);
        add(label, own, phrase.includes('{person}') ? [kindMark('person')] : []);
        for (const filler of pick(fillers)) add(label, own, filler);
        if (phrase.includes('{thing}'))
          for (const kind of [kindMark('library'), ...pick(kinds), ...pick(kinds)]) add(label, own, [kind]);
        else if (name === 'hours' || name === 'services')
          add(label, own, [random() < 0.5 ? POINTER : kindMark('library')]);
      }
    }
  for (const { filler } of Object.values(base.vocabularies))
    for (const phrase of filler) add(refusalLabel('chat'), marks(phrase));
  return rows;
}
