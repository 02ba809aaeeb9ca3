const WORD = /\p{L}[\p{L}\p{M}'’]*/gu;
/** Longer messages show their language well before their end. */
const MOST_LETTERS = 400;
const LONGEST_RUN = 3;

/** By what a language is known: words, and the runs of up to three letters in them, as they were typed. */
export function letterMarks(text: string): string[] {
  const marks = new Set<string>();
  const lower = text.slice(0, MOST_LETTERS).normalize('NFC').replaceAll('İ', 'i').toLowerCase();
  for (const [word] of lower.matchAll(WORD)) {
    marks.add(word);
    const bounded = `<${word}>`;
    for (let length = 1; length <= LONGEST_RUN; length++)
      for (let start = 0; start + length <= bounded.length; start++)
        marks.add(`-${bounded.slice(start, start + length)}`);
  }
  return [...marks];
}
