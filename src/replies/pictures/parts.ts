import { LEAST_CONTRAST, seenOn } from './contrast.ts';
import type { Drawing, Style } from './picture.ts';

/** Pictures are so wide, in pixels; a phone shows a third of it. */
export const WIDTH = 1200;
const MARGIN = 52;
/** What is left between the margins. */
export const INSIDE = WIDTH - 2 * MARGIN;

/** A ground of its own: seen alike on Discord's dark and light theme. */
export const COLOURS = {
  ground: '#14181f',
  raised: '#1f2530',
  line: '#4a5466',
  text: '#f4f6fa',
  quiet: '#b4bdcc',
  /** Of what has no colour of its own. */
  neutral: '#8e9ab0',
} as const;

/** Sizes of type, in pixels: the smallest is 11 on a phone. */
export const SIZES = { title: 60, lead: 42, body: 36, small: 33 } as const;

/** The height of a line of text, in its size. */
export const LINE_HEIGHT = 1.25;

export const box = (style: Style, children: Drawing[] = []): Drawing => ({
  type: 'container',
  style: { display: 'flex', ...style },
  children,
});

export const column = (gap: number, children: Drawing[], style: Style = {}): Drawing =>
  box({ flexDirection: 'column', gap, ...style }, children);

export const row = (gap: number, children: Drawing[], style: Style = {}): Drawing =>
  box({ flexDirection: 'row', gap, ...style }, children);

/** A text that goes on to the next line where it must; long words are broken rather than cut. */
export const text = (said: string, size: number, style: Style = {}): Drawing => ({
  type: 'text',
  text: together(said),
  style: {
    fontSize: size,
    lineHeight: LINE_HEIGHT,
    color: COLOURS.text,
    overflowWrap: 'anywhere',
    ...style,
  },
});

/** So many letters may be kept on one line: as many as fit beside another such part in large type. */
const TOGETHER = 14;

/**
 * A text that is not broken inside short brackets, between a number and a short word such as a month, before a last
 * short word, or between a number and its ending.
 */
function together(said: string): string {
  const unbroken = (part: string) => (part.length <= TOGETHER ? part.replaceAll(' ', '\u00a0') : part);
  return said
    .replace(/\([^()]*\)/g, unbroken)
    .replace(/(?<![\p{L}\d.,])\d{1,3} \p{L}{1,9}(?!\p{L})/gu, unbroken)
    .replace(/[^ ]+ [^ ]{1,5}$/, unbroken)
    .replace(/(?<=\d-)(?=\p{L})/gu, '\u2060');
}

export const BOLD = { fontWeight: 700 } as const;
export const QUIET = { color: COLOURS.quiet } as const;

/** A round mark. */
export const dot = (size: number, colour: string, style: Style = {}): Drawing =>
  box({
    width: size,
    height: size,
    borderRadius: size / 2,
    backgroundColor: colour,
    flexShrink: 0,
    ...style,
  });

/** The colour of a thing, as it can be seen, and read, on the ground; a neutral one where it has none. */
export const accentOf = ({ colour }: { colour?: string }): string =>
  seenOn(COLOURS.ground, colour ?? COLOURS.neutral, LEAST_CONTRAST);

/** A whole picture: as wide as all are, as high as what is on it. */
export const sheet = (gap: number, children: Drawing[]): Drawing =>
  column(gap, children, {
    width: WIDTH,
    padding: MARGIN,
    backgroundColor: COLOURS.ground,
    fontFamily: 'Inter Variable',
  });
