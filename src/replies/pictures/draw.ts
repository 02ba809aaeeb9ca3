import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Renderer } from '@takumi-rs/wasm/node';
import { WIDTH } from './parts.ts';
import type { Picture } from './picture.ts';

const require = createRequire(import.meta.url);
/** The parts of the font that our languages need. */
const FONT = [
  require.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'),
  require.resolve('@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2'),
  require.resolve('@fontsource-variable/inter/files/inter-cyrillic-wght-normal.woff2'),
  require.resolve('@fontsource-variable/inter/files/inter-cyrillic-ext-wght-normal.woff2'),
];

/** Draws pictures. Making one loads the font, which takes longer than to draw. */
export class Drawer {
  readonly #renderer = new Renderer();

  constructor() {
    for (const file of FONT)
      this.#renderer.registerFont({ name: 'Inter Variable', data: readFileSync(file) });
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
