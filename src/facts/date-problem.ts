import { parse } from 'edtf';

/** What is wrong with a date in EDTF (ISO 8601-2, levels 0 and 1), in words for a curator; undefined if nothing. */
export function dateProblem(text: string): string | undefined {
  try {
    parse(text, { level: 1, types: ['Date', 'Year', 'Decade', 'Century', 'Interval'] });
    return undefined;
  } catch {
    return 'is not a date in EDTF: write 1939, 2024-09, 2024-09-25, 1995/1997, 2004~ (about) or 1922? (uncertain)';
  }
}
