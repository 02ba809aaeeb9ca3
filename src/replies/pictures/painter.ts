import path from 'node:path';
import { Worker } from 'node:worker_threads';
import QuickLRU from 'quick-lru';
import { PACKAGE_ROOT } from '../../facts/package-root.ts';
import type { Drawn } from './draw-worker.ts';
import type { Picture } from './picture.ts';

/** Compiled: a worker starts from a file of its own. */
const WORKER = path.join(PACKAGE_ROOT, 'dist/src/replies/pictures/draw-worker.js');

/** So many pictures are kept, of at most 100 KB each; their names change with the facts they show. */
const MOST_KEPT = 64;
/** So many pictures may wait to be drawn. */
const MOST_WAITING = 20;
/** A picture that takes longer will not come, in milliseconds. */
const PATIENCE = 10_000;
/** Unused for so long, the worker gives its memory back, in milliseconds. */
const IDLE = 60_000;

/** A drawn picture, as it is sent. */
export type Painted = { name: string; description: string; png: Uint8Array };

/** Who waits for a picture. */
type Waiting = { resolve: (painted: Painted) => void; reject: (error: Error) => void };

/** Draws pictures in a worker, which is started when the first is wanted, and keeps those it has drawn. */
export class Painter {
  readonly #file: string;
  readonly #kept = new QuickLRU<string, Painted>({ maxSize: MOST_KEPT });
  readonly #waiting = new Map<string, { picture: Picture; who: Waiting[] }>();
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(file = WORKER) {
    this.#file = file;
  }

  /** A picture by its name, if it is drawn already. */
  known(name: string): Painted | undefined {
    return this.#kept.get(name);
  }

  /** Draws a picture, or gives it as it was drawn before. Rejects if it cannot be drawn, or too many are waiting. */
  paint(picture: Picture): Promise<Painted> {
    const known = this.#kept.get(picture.name);
    if (known !== undefined) return Promise.resolve(known);
    return new Promise((resolve, reject) => {
      const waiting = this.#waiting.get(picture.name);
      if (waiting !== undefined) waiting.who.push({ resolve, reject });
      else if (this.#waiting.size >= MOST_WAITING)
        reject(new Error('Too many pictures are waiting to be drawn.'));
      else {
        this.#waiting.set(picture.name, { picture, who: [{ resolve, reject }] });
        this.#worker ??= this.#start();
        this.#worker.postMessage(picture);
        this.#within(PATIENCE);
      }
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#file);
    worker.on('message', (drawn: Drawn) => this.#take(drawn));
    worker.on('error', (error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('The worker that draws pictures has ended.')));
    // Neither a picture nor the worker at rest keeps the program from ending; listening to it would.
    worker.unref();
    return worker;
  }

  #take(drawn: Drawn) {
    const waiting = this.#waiting.get(drawn.name);
    if (waiting === undefined) return;
    this.#waiting.delete(drawn.name);
    if ('png' in drawn) {
      const { name, description } = waiting.picture;
      const painted = { name, description, png: drawn.png };
      this.#kept.set(name, painted);
      for (const { resolve } of waiting.who) resolve(painted);
    } else for (const { reject } of waiting.who) reject(new Error(drawn.problem));
    this.#within(this.#waiting.size > 0 ? PATIENCE : IDLE);
  }

  /** Without its worker, all that waits has failed; the next picture starts another. */
  #fail(worker: Worker, error: Error) {
    if (this.#worker !== worker) return;
    this.#worker = undefined;
    clearTimeout(this.#timer);
    const failed = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of failed.flatMap(({ who }) => who)) reject(error);
    void worker.terminate();
  }

  /** Ends the worker after so many milliseconds in which nothing came of it. */
  #within(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#worker !== undefined)
        this.#fail(this.#worker, new Error(`A picture was not drawn within ${milliseconds / 1000} s.`));
    }, milliseconds);
    this.#timer.unref();
  }
}
