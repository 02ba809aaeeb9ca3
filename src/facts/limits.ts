/**
 * How long a text may be, in UTF-16 code units, so that no card breaks a limit of Discord.
 * Source: Discord's developer documentation, "Embed limits" and "Application command option choice".
 */
export const LIMITS = {
  /** A row in autocomplete: a choice's name holds 100; ten are left for the library's short name. */
  title: 90,
  /** Several statements share a description of 4096 and should be read in one breath. */
  statement: 400,
  /** An embed's title holds 256; a bare answer is far shorter. */
  value: 120,
  /** A field's value holds 1024. */
  caveat: 500,
  /** The name of a thing or a topic stands in an author line, a button (80) or a menu row (100). */
  name: 80,
  /** An example question is a sentence, not a story. */
  phrase: 250,
} as const;
