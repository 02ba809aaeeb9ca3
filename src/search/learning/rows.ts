import { everyPhrase, everyText, type FactBase } from '../../facts/base.ts';
import { FOREIGN } from '../reading/kinds.ts';
import type { Reader } from '../reading/reader.ts';
import { read } from '../reading/reading.ts';
import { refusalLabel } from './labels.ts';
import { kindMark, marksOf, OURS } from './marks.ts';
import type { Row } from './model.ts';
import { sequence } from './regression.ts';

/** A question put to something that is not ours is refused as one about another institution. */
const OTHER_INSTITUTIONS = refusalLabel('other-institutions');
/** What is said round a question is no question. */
const CHAT = refusalLabel('chat');

/** From how many facts of an aspect its own words are learned: more things are no more aspects. */
const MOST_TELLING = 20;

/** In a phrase, `{thing}` stands for any thing of ours, `{person}` for one of that kind. */
const PLACEHOLDER = /\{([a-z-]+)\}/g;
const ANY = 'thing';

/** The rows that the example questions of a fact base make, with the variations that people make of them. */
export function rowsOf(
  base: FactBase,
  reader: Reader,
  skip: (label: string, phrase: string) => boolean = () => false,
): Row[] {
  const rows: Row[] = [];
  const random = sequence(12);
  const chance = (share: number) => random() < share;
  const oneOf = <Item>(items: readonly Item[]): Item[] =>
    items.slice(Math.floor(random() * items.length)).slice(0, 1);
  const marks = (text: string) =>
    marksOf(read(text.replace(PLACEHOLDER, ' '), reader.lexicon, reader.names), reader);
  const add = (label: string, ...parts: readonly (readonly string[])[]) =>
    rows.push({ label, marks: [...new Set(parts.flat())] });

  const vocabularies = Object.values(base.vocabularies);
  const fillers = vocabularies.flatMap(({ filler }) => filler.map(marks));
  const kinds = [...new Set(base.things.map(({ kind }) => kind))]
    .filter((kind) => !reader.large(kind))
    .map(kindMark);
  const told = new Map<string, number>();

  for (const { question, title, value, statement, asked, mentions } of base.facts) {
    const kind = question.slice(0, question.indexOf('/'));
    const named = reader.large(kind) ? OURS : kindMark(kind);
    const count = (told.get(question) ?? 0) + 1;
    told.set(question, count);
    if (count <= MOST_TELLING)
      for (const text of [title, value, statement].flatMap(everyText)) add(question, marks(text));
    for (const phrase of everyPhrase(asked)) {
      if (skip(question, phrase)) continue;
      const own = marks(phrase);
      if (!phrase.includes('{')) add(question, own);
      add(question, own, [named]);
      if (named !== OURS && chance(0.3)) add(question, own, [OURS]);
      if (mentions.length > 0 && chance(0.4))
        add(question, own, oneOf(mentions).map(reader.kindOf).map(kindMark));
      if (chance(0.4)) add(question, own, ...oneOf(fillers));
      // Only the name makes it another's: rare pairs of neighbours would be learned as reasons of their own.
      if (chance(0.25)) add(OTHER_INSTITUTIONS, own.filter(isSingle), [kindMark(FOREIGN)]);
    }
  }
  for (const { language, name, phrase } of refusalsOf(base)) {
    const label = refusalLabel(name);
    if (skip(label, phrase)) continue;
    // Endings hide names of what is not ours; what else is asked of them must not be learned as a reason to refuse.
    const hidden = label === OTHER_INSTITUTIONS && language !== 'en' ? [kindMark(FOREIGN)] : [];
    const own = [...new Set([...marks(phrase), ...hidden])];
    const [, placeholder] = new RegExp(PLACEHOLDER).exec(phrase) ?? [];
    const named = placeholder === undefined || placeholder === ANY ? [] : [kindMark(placeholder)];
    add(label, own, named);
    add(label, own, named, ...oneOf(fillers));
    if (placeholder === ANY)
      for (const mark of [OURS, ...oneOf(kinds), ...oneOf(kinds)]) add(label, own, [mark]);
    else if (placeholder === undefined && chance(0.3) && !own.includes(kindMark(FOREIGN)))
      add(label, own, [OURS]);
  }
  for (const filler of fillers) add(CHAT, filler);
  return rows;
}

/** Every example question that is refused, with its language and its class. */
const refusalsOf = ({ vocabularies }: FactBase) =>
  Object.entries(vocabularies).flatMap(([language, { refusals }]) =>
    Object.entries(refusals).flatMap(([name, phrases]) =>
      phrases.map((phrase) => ({ language, name, phrase })),
    ),
  );

/** Is a mark that of one word, not of two neighbours? */
const isSingle = (mark: string) => !mark.includes(' ');
