import { parentPort } from 'node:worker_threads';
import { Drawer } from './draw.ts';
import type { Picture } from './picture.ts';

/** What a worker answers: which picture, and its PNG or what went wrong. */
export type Drawn = { name: string } & ({ png: Uint8Array } | { problem: string });

const port = parentPort;
const drawer = new Drawer();

// One after the other: each takes the whole processor while it is drawn.
let last = Promise.resolve();
port?.on('message', (picture: Picture) => {
  last = last.then(async () => port.postMessage(await drawn(picture)));
});

async function drawn(picture: Picture): Promise<Drawn> {
  const { name } = picture;
  try {
    return { name, png: await drawer.draw(picture) };
  } catch (error) {
    return { name, problem: String(error) };
  }
}
