import type { FactBase, Thing } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { nameOf } from '../cards/embed.ts';
import { wordingIn } from '../wording/wording.ts';
import { accentOf, BOLD, box, COLOURS, column, INSIDE, QUIET, row, SIZES, sheet, text } from './parts.ts';
import { type Drawing, type Picture, pictureOf } from './picture.ts';

/** What is told of a thing under one heading, and whether it is a figure, which is written large. */
export type Line = { heading: string; said: string; figure: boolean };

/** A thing at a glance: its name, its figures in large type, and what else is told, a line each. */
export function profilePicture(
  thing: Thing,
  lines: readonly Line[],
  base: FactBase,
  language: Language,
): Picture {
  const name = nameOf(thing.id, base, language);
  const accent = accentOf(thing);
  const figures = lines.filter(({ figure }) => figure);
  const others = lines.filter(({ figure }) => !figure);
  const told = lines.map(({ heading, said }) => `${heading}: ${said}`).join('. ');
  return pictureOf(
    'library',
    language,
    wordingIn(language)('picture.library', { name, told }),
    sheet(36, [
      box({ width: 160, height: 14, borderRadius: 7, backgroundColor: accent }),
      text(name, SIZES.title, { ...BOLD, lineHeight: 1.15 }),
      ...(figures.length === 0
        ? []
        : [
            row(
              28,
              figures.map((line) => tile(line, accent, figures.length)),
            ),
          ]),
      column(
        22,
        others.map(({ heading, said }) =>
          row(24, [
            text(heading, SIZES.small, { ...QUIET, width: 300, flexShrink: 0, lineHeight: 1.36 }),
            text(said, SIZES.body, { flex: 1 }),
          ]),
        ),
      ),
    ]),
  );
}

/** The shorter a figure, the larger it is written. */
const sizeOf = (said: string) =>
  said.length <= 11 ? 72 : said.length <= 40 ? 48 : said.length <= 64 ? 42 : SIZES.body;

function tile({ heading, said }: Line, accent: string, among: number): Drawing {
  return column(
    10,
    [text(heading, SIZES.small, QUIET), text(said, sizeOf(said), { ...BOLD, lineHeight: 1.2 })],
    {
      width: Math.floor((INSIDE - 28 * (among - 1)) / among),
      padding: 32,
      backgroundColor: COLOURS.raised,
      borderRadius: 16,
      borderLeft: `10px solid ${accent}`,
    },
  );
}
