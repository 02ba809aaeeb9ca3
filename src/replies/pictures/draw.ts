import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/wasm/node';
import { WIDTH } from './parts.ts';
import type { Picture } from './picture.ts';

const { resolve } = createRequire(import.meta.url);
const FONT = '@fontsource-variable/inter';
/** The parts of the font that our languages need. */
const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext'] as const;

/** Draws pictures. Making one loads the font, which takes longer than to draw. */
export class Drawer {
  readonly #renderer = new Renderer();

  constructor() {
    for (const subset of SUBSETS)
      this.#renderer.registerFont({
        name: 'Inter Variable',
        data: readFileSync(resolve(`${FONT}/files/inter-${subset}-wght-normal.woff2`)),
      });
  }

  /** A picture as a PNG. */
  async draw({ drawing, language }: Picture): Promise<Uint8Array<ArrayBuffer>> {
    return this.#renderer.render(drawing, { width: WIDTH, lang: language });
  }

  /** Where everything in a picture comes to stand. */
  async measure({ drawing, language }: Picture) {
    return this.#renderer.measure(drawing, { width: WIDTH, lang: language });
  }
}
