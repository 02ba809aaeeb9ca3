const WORD = /[\p{L}\p{M}]+/gu;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** The first word of a text that holds both Latin and Cyrillic letters; undefined if none does. */
export function mixedWord(text: string): string | undefined {
  return (text.match(WORD) ?? []).find((word) => CYRILLIC.test(word) && LATIN.test(word));
}
