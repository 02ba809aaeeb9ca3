import type { FactBase } from '../../facts/base.ts';
import type { Language } from '../../facts/model.ts';
import { dated } from '../cards/dated.ts';
import { nameOf } from '../cards/embed.ts';
import type { Figure, Figures } from '../cards/figures.ts';
import { inLanguage } from '../wording/in-language.ts';
import { wordingIn } from '../wording/wording.ts';
import {
  accentOf,
  BOLD,
  box,
  COLOURS,
  column,
  dot,
  INSIDE,
  QUIET,
  row,
  SIZES,
  sheet,
  text,
} from './parts.ts';
import { type Drawing, type Picture, pictureOf } from './picture.ts';

/** One thing's figures, with what they are drawn in. */
type Side = { name: string; accent: string; figures: Figure[] };

/** What a comparison is called, and how its sides differ in words; empty where that is not said. */
type Told = { topic: string; difference: string };

/** Figures side by side: amounts as bars, years as points on an axis. */
export function comparisonPicture(
  { counts, sides: given }: Figures,
  told: Told,
  base: FactBase,
  language: Language,
): Picture {
  const sides = given.map(
    ({ thing, figures }): Side => ({
      name: nameOf(thing, base, language),
      accent: accentOf(base.things.find(({ id }) => id === thing) ?? {}),
      figures,
    }),
  );
  const figures = sides
    .map(({ name, figures }) => `${name}: ${figures.map((figure) => dated(figure, language)).join('; ')}`)
    .join('. ');
  const say = wordingIn(language);
  return counts === 'years'
    ? pictureOf('years', language, say('picture.years', { ...told, figures }), years(sides, told, language))
    : pictureOf(
        'figures',
        language,
        say('picture.bars', { topic: told.topic, figures }),
        bars(sides, told, language),
      );
}

const heading = ({ topic, difference }: Told): Drawing =>
  column(12, [
    text(topic, SIZES.title, { ...BOLD, lineHeight: 1.15 }),
    ...(difference === '' ? [] : [text(difference, SIZES.body, QUIET)]),
  ]);

const HIGH = { first: 44, other: 20 } as const;
/** How far a bar fades out where its figure is not exact, in pixels. */
const FADE = 44;
/** The longest bar ends so far before the margin that it may fade. */
const LONGEST = INSIDE - FADE;

function bars(sides: readonly Side[], told: Told, language: Language): Drawing {
  const most = Math.max(...sides.flatMap(({ figures }) => figures.map(({ quantity }) => quantity.amount)));
  return sheet(40, [
    heading(told),
    ...sides.map(({ name, accent, figures }) =>
      column(18, [
        row(18, [
          dot(28, accent, { marginTop: 11 }),
          text(name, SIZES.lead, { ...BOLD, lineHeight: 1.2, flex: 1 }),
        ]),
        ...figures.map((figure, index) =>
          column(8, [
            text(dated(figure, language), SIZES.small, index === 0 ? BOLD : QUIET),
            bar(figure, most, accent, index === 0 ? HIGH.first : HIGH.other),
          ]),
        ),
      ]),
    ),
  ]);
}

/** A bar as long as its amount; an end that fades says, as the words above it do, that the amount is not exact. */
function bar({ quantity: { amount, qualifier } }: Figure, most: number, colour: string, height: number) {
  const length = most === 0 ? 0 : Math.max(6, Math.round((amount / most) * LONGEST));
  const from = { over: length, about: length - FADE / 2, nearly: length - FADE }[qualifier ?? 'over'];
  const style =
    qualifier === undefined
      ? { width: length, backgroundColor: colour }
      : {
          width: from + FADE,
          backgroundImage: `linear-gradient(90deg, ${colour} ${Math.max(0, from)}px, ${colour}00 ${from + FADE}px)`,
        };
  return box({ height, borderRadius: 6, ...style });
}

const POINT = 44;
/** A decade on the axis has a mark, which says nothing that the years do not. */
const DECADE = 10;

function years(sides: readonly Side[], told: Told, language: Language): Drawing {
  const points = sides
    .flatMap(({ name, accent, figures }) =>
      figures.slice(0, 1).map((figure) => ({ name, accent, figure, year: figure.quantity.amount })),
    )
    .toSorted((one, other) => one.year - other.year);
  const first = Math.floor(((points[0]?.year ?? 0) - 1) / DECADE) * DECADE;
  const last = Math.ceil(((points.at(-1)?.year ?? 0) + 1) / DECADE) * DECADE;
  const at = (year: number) => Math.round(((year - first) / (last - first)) * INSIDE);
  const marks = Array.from(
    { length: Math.min(100, (last - first) / DECADE) + 1 },
    (_, index) => first + index * DECADE,
  );
  const middle = POINT / 2;
  const begun = at(points[0]?.year ?? first);
  const ended = at(points.at(-1)?.year ?? last);
  return sheet(48, [
    heading(told),
    row(
      48,
      points.map(({ name, accent, figure, year }, index) =>
        column(
          8,
          [
            text(String(year), 104, { ...BOLD, color: accent, lineHeight: 1.1 }),
            text(name, SIZES.body, { ...BOLD, lineHeight: 1.25 }),
            text(inLanguage(figure.value, language), SIZES.small, QUIET),
          ].map((part) => (index > 0 ? { ...part, style: { ...part.style, textAlign: 'right' } } : part)),
          { flex: 1, alignItems: index > 0 ? 'flex-end' : 'flex-start' },
        ),
      ),
    ),
    box({ position: 'relative', height: POINT + 8, width: INSIDE }, [
      box({
        position: 'absolute',
        left: 0,
        top: middle - 2,
        width: INSIDE,
        height: 4,
        backgroundColor: COLOURS.line,
      }),
      ...marks.map((year) =>
        box({
          position: 'absolute',
          left: Math.min(at(year), INSIDE - 4),
          top: middle - 12,
          width: 4,
          height: 24,
          backgroundColor: COLOURS.line,
        }),
      ),
      box({
        position: 'absolute',
        left: begun,
        top: middle - 5,
        width: ended - begun,
        height: 10,
        backgroundImage: `linear-gradient(90deg, ${points[0]?.accent}, ${points.at(-1)?.accent})`,
      }),
      ...points.map(({ accent, year }) =>
        dot(POINT, accent, {
          position: 'absolute',
          left: at(year) - middle,
          top: 0,
          border: `6px solid ${COLOURS.ground}`,
          backgroundClip: 'padding-box',
        }),
      ),
    ]),
  ]);
}
