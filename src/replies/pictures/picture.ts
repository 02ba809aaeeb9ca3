import { createHash } from 'node:crypto';
import type { Language } from '../../facts/model.ts';
import { LIMITS, shorten } from '../message/fit.ts';

/** What is drawn, as CSS takes it: lengths in pixels. */
export type Style = Readonly<Record<string, string | number>>;

/** What a picture is made of: boxes in boxes, and texts in them. Plain data, so that it can be sent to a worker. */
export type Drawing =
  | { type: 'container'; style: Style; children: Drawing[] }
  | { type: 'text'; style: Style; text: string };

/** A picture before it is drawn. */
export type Picture = {
  /** The name of its file, made from all that it shows: the same picture always has the same. */
  name: string;
  /** What it shows, in words, for whoever does not see it. */
  description: string;
  language: Language;
  drawing: Drawing;
};

/** A picture of what is drawn, and in which words it is described. */
export function pictureOf(kind: string, language: Language, description: string, drawing: Drawing): Picture {
  const hash = createHash('sha256').update(language).update(JSON.stringify(drawing)).digest('hex');
  return {
    name: `${kind}-${hash.slice(0, 16)}.png`,
    description: shorten(description, LIMITS.alternativeText),
    language,
    drawing,
  };
}

/** Every text in a picture, from top to bottom. */
export function textsIn(drawing: Drawing): string[] {
  return drawing.type === 'text' ? [drawing.text] : drawing.children.flatMap(textsIn);
}
