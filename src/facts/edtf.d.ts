// The package ships no types: only what is used of it is declared here.
declare module 'edtf' {
  /** Parses a text of ISO 8601-2, to the given level; throws on any other text. */
  export function parse(
    text: string,
    constraints?: { level?: 0 | 1 | 2; types?: string[] },
  ): { type: string };
}
