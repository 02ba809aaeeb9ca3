import type { Reader } from '../reading/reader.ts';
import type { Reading } from '../reading/reading.ts';
import { stem } from '../reading/tokens.ts';

/** The mark of a named thing, by its kind: what is asked of one library is asked of any. */
export const kindMark = (kind: string) => `@${kind}`;
/** The mark of a folder's subject, or of a place that points to one: whichever it is. */
export const OURS = '@@ours';
/** More than a stem of a longer word: what sets "international" apart from "interview" in every language. */
const LONG = 7;
const longMark = (word: string) => `/${word.slice(0, LONG)}`;
/** The mark of a concept: words that mean the same speak for the same. */
const conceptMark = (concept: string) => `=${concept}`;

/**
 * What a text shows a classifier: the stems of its words, long and short, and of each two neighbours, the concepts they
 * stand for, and the kinds of the things it names in place of their names. Repeated marks count once.
 */
export function marksOf(
  { words, namings }: Reading,
  { kindOf, masked, large, isNoun, conceptsOf }: Reader,
): string[] {
  const marks = new Set<string>();
  const hidden = new Set<number>();
  for (const { from, to, things, pointsTo } of namings) {
    const kind = kindOf(things[0] ?? '');
    marks.add(pointsTo.length > 0 || large(kind) ? OURS : kindMark(kind));
    if (pointsTo.length > 0 || masked(kind)) for (let index = from; index <= to; index++) hidden.add(index);
  }
  for (const [index, { word, meant = word }] of words.entries()) {
    // A single letter is an initial or a slip, never a matter.
    if ((hidden.has(index) && !isNoun(meant)) || meant.length === 1) continue;
    marks.add(markOf(meant));
    if (meant !== stem(meant)) marks.add(longMark(meant));
    const next = words[index + 1];
    if (next !== undefined && !hidden.has(index + 1))
      marks.add(`${markOf(meant)} ${markOf(next.meant ?? next.word)}`);
    for (const concept of conceptsOf(meant)) marks.add(conceptMark(concept));
  }
  return [...marks];
}

/** A word by its stem; a number is itself or another. */
const markOf = (word: string) => (/^\d/.test(word) ? word : stem(word));
