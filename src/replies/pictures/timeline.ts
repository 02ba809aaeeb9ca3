import type { Language } from '../../facts/model.ts';
import { wordingIn } from '../wording/wording.ts';
import { BOLD, box, COLOURS, column, dot, LINE_HEIGHT, QUIET, row, SIZES, sheet, text } from './parts.ts';
import { type Drawing, type Picture, pictureOf } from './picture.ts';

/** A line down the picture: whose it is, in which colour, and at which event its life begins; below 0 before the first. */
export type Lane = { id: string; name: string; accent: string; begins: number };

/** An event: when, what, and in which lanes; in none where it is nobody's own. */
export type Happened = { when: string; what: string; lanes: readonly string[] };

const LANE = 144;
const POINT = 36;
const LINE = 8;
const PADDING = 11;

/** Events in order of date, one below the other, as points on the lines of those they belong to; joined where on several. */
export function timelinePicture(
  title: string,
  lanes: readonly Lane[],
  events: readonly Happened[],
  language: Language,
): Picture {
  const described = events
    .map(({ when, what, lanes: on }) => {
      const names = lanes.filter(({ id }) => on.includes(id)).map(({ name }) => name);
      return `${[when, ...names].join(', ')}: ${what}`;
    })
    .join('. ');
  return pictureOf(
    'timeline',
    language,
    wordingIn(language)('picture.timeline', { events: described }),
    sheet(20, [
      text(title, SIZES.title, { ...BOLD, lineHeight: 1.15 }),
      column(0, [
        lanes.length === 0 ? box({}) : names(lanes),
        ...events.map((event, index) => {
          // What happened at the same time has its date once.
          const dated = event.when !== events[index - 1]?.when;
          return eventRow(event, { index, dated, last: index === events.length - 1 }, lanes);
        }),
      ]),
    ]),
  );
}

const names = (lanes: readonly Lane[]): Drawing =>
  row(
    0,
    lanes.map(({ name, accent }) =>
      box({ width: LANE, justifyContent: 'center' }, [
        text(name, SIZES.small, { ...BOLD, color: accent, textAlign: 'center' }),
      ]),
    ),
    { paddingTop: 20, paddingBottom: 8 },
  );

function eventRow(
  { when, what, lanes: on }: Happened,
  { index, dated, last }: { index: number; dated: boolean; last: boolean },
  lanes: readonly Lane[],
): Drawing {
  const top = PADDING + Math.round(((dated ? SIZES.body : SIZES.small) * LINE_HEIGHT - POINT) / 2);
  const at = lanes.flatMap(({ id }, place) => (on.includes(id) ? [place] : []));
  const [left = 0, right = left] = [at[0], at.at(-1)];
  const middle = (place: number) => place * LANE + LANE / 2;
  return row(24, [
    box(
      { position: 'relative', width: Math.max(1, lanes.length) * LANE, flexShrink: 0, alignSelf: 'stretch' },
      [
        ...(lanes.length === 0 ? [COLOURS.line] : []).map((colour) => stretch(middle(0), colour, 0, 3)),
        ...lanes.flatMap(({ accent, begins }, place) => lifeLine(middle(place), accent, top, begins - index)),
        ...(at.length > 1
          ? [
              box({
                position: 'absolute',
                left: middle(left),
                top: top + POINT / 2 - LINE / 2,
                width: middle(right) - middle(left),
                height: LINE,
                backgroundColor: COLOURS.text,
              }),
            ]
          : []),
        ...(at.length === 0 ? [point(middle(lanes.length === 0 ? 0 : 0.5), top, COLOURS.neutral)] : []),
        ...at.map((place) =>
          point(middle(place), top, at.length > 1 ? COLOURS.text : (lanes[place]?.accent ?? COLOURS.neutral)),
        ),
      ],
    ),
    column(0, [...(dated ? [text(when, SIZES.body, BOLD)] : []), text(what, SIZES.small, QUIET)], {
      flex: 1,
      paddingTop: PADDING,
      paddingBottom: last ? 0 : PADDING,
    }),
  ]);
}

/** An event on a line, with a gap round it. */
const point = (x: number, top: number, colour: string): Drawing =>
  dot(POINT, colour, {
    position: 'absolute',
    left: x - POINT / 2,
    top,
    border: `5px solid ${COLOURS.ground}`,
    backgroundClip: 'padding-box',
  });

/** The part of a line in one row, so many rows before its life begins: thin until then, broad from there. */
function lifeLine(x: number, colour: string, top: number, before: number): Drawing[] {
  if (before < 0) return [stretch(x, colour, 0)];
  const thin = stretch(x, COLOURS.line, 0, 3);
  return before > 0 ? [thin] : [thin, stretch(x, colour, top + POINT / 2)];
}

const stretch = (x: number, colour: string, top: number, width: number = LINE): Drawing =>
  box({ position: 'absolute', left: x - width / 2, top, bottom: 0, width, backgroundColor: colour });
