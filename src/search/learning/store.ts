import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { factFileNames } from '../../facts/file-names.ts';
import { PACKAGE_ROOT } from '../../facts/package-root.ts';
import type { Model } from './model.ts';
import type { Prepared } from './prepared.ts';

/** Beside the compiled code, so that a new build never meets what an older one prepared. */
const STORE = path.join(PACKAGE_ROOT, 'dist/knowledge');
/** Compiled: a worker starts from a file of its own. */
const WORKERS = path.join(PACKAGE_ROOT, 'dist/src/search/learning');
/** Other folders of facts may be asked too; more than this many are not kept. */
const MOST_KEPT = 8;

/** A hash of every file that answers depend on; it changes when any of them does. Throws if there is no such folder. */
export function fingerprint(factsFolder: string): string {
  const hash = createHash('sha256');
  for (const name of factFileNames(factsFolder))
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(path.join(factsFolder, name)))
      .update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** What was prepared, and the version of the facts it was prepared from. */
export type Loaded = { prepared: Prepared; version: string };

/**
 * What was prepared from a folder of facts: from the store if these very facts were prepared before, else prepared in a
 * worker, off the main thread, and stored. Throws an error with all problems if the facts cannot be used.
 */
export async function loadPrepared(factsFolder: string): Promise<Loaded> {
  const version = fingerprint(factsFolder);
  const file = path.join(STORE, version);
  const stored = readStored(file);
  if (stored !== undefined) return { prepared: stored, version };
  const prepared = await prepareInWorker(factsFolder);
  // Changed while they were read: nobody knows from which files this is.
  if (fingerprint(factsFolder) !== version) return loadPrepared(factsFolder);
  return { prepared: writeStored(file, prepared), version };
}

/** What is in the store; undefined if it is not there or was not written to its end. */
function readStored(file: string): Prepared | undefined {
  try {
    const bytes = readFileSync(`${file}.weights`);
    const { model, languages, ...stored }: Stored = JSON.parse(readFileSync(`${file}.json`, 'utf8'));
    if (bytes.length !== bytesOf(model) + bytesOf(languages)) return undefined;
    return {
      ...stored,
      model: withNumbers(model, bytes.subarray(0, bytesOf(model))),
      languages: withNumbers(languages, bytes.subarray(bytesOf(model))),
    };
  } catch {
    return undefined;
  }
}

/** A model without its numbers, which are kept apart: as text they would be slow to read. */
type Words = Omit<Model, 'telling' | 'steps' | 'weights'>;
type Stored = Omit<Prepared, 'model' | 'languages'> & { model: Words; languages: Words };

/** A number of four bytes for how much each mark tells and one for the size of its steps; then a byte for each label. */
const bytesOf = ({ marks, labels }: Words) => marks.length * (2 * Float32Array.BYTES_PER_ELEMENT + labels);

function withNumbers(words: Words, bytes: Uint8Array): Model {
  const size = words.marks.length;
  // Copied: numbers of four bytes must begin at a multiple of four, and what the file held is not kept twice.
  const { buffer } = Uint8Array.from(bytes);
  return {
    ...words,
    telling: new Float32Array(buffer, 0, size),
    steps: new Float32Array(buffer, size * Float32Array.BYTES_PER_ELEMENT, size),
    weights: new Int8Array(buffer, 2 * size * Float32Array.BYTES_PER_ELEMENT),
  };
}

const withoutNumbers = ({ telling: _, steps: __, weights: ___, ...words }: Model): Words => words;

/** The numbers of models, one after the other, as bytes. */
const numbersOf = (models: readonly Model[]): Buffer =>
  Buffer.concat(
    models
      .flatMap(({ telling, steps, weights }) => [telling, steps, weights])
      .map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  );

function writeStored(file: string, prepared: Prepared): Prepared {
  const { model, languages, ...rest } = prepared;
  const stored: Stored = { ...rest, model: withoutNumbers(model), languages: withoutNumbers(languages) };
  try {
    mkdirSync(STORE, { recursive: true });
    forgetOldest();
    for (const [ending, content] of [
      ['json', JSON.stringify(stored)],
      ['weights', numbersOf([model, languages])],
    ] as const) {
      // Written whole before it has its name: another process may be reading.
      writeFileSync(`${file}.${process.pid}`, content);
      renameSync(`${file}.${process.pid}`, `${file}.${ending}`);
    }
  } catch {
    // A store that cannot be written costs time at the next start, not the answer.
  }
  return prepared;
}

function forgetOldest() {
  const kept = readdirSync(STORE);
  if (kept.length >= MOST_KEPT * 2) for (const name of kept) rmSync(path.join(STORE, name), { force: true });
}

function prepareInWorker(factsFolder: string): Promise<Prepared> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path.join(WORKERS, 'prepare-worker.js'), { workerData: factsFolder });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

/** What of facts can be told at once, before anything was learned from them. */
export type Fresh = Pick<Prepared, 'base' | 'told'>;

/**
 * Reads a folder of facts again: from the store if these very facts were prepared before, else in a worker, which gives
 * first what can be told at once, then what was prepared, which is stored. Rejects with all problems if the facts cannot be
 * used.
 */
export async function reloadPrepared(factsFolder: string, take: (facts: Fresh) => void): Promise<Loaded> {
  const version = fingerprint(factsFolder);
  const file = path.join(STORE, version);
  const stored = readStored(file);
  if (stored !== undefined) return { prepared: stored, version };
  const prepared = await new Promise<Prepared>((resolve, reject) => {
    const worker = new Worker(path.join(WORKERS, 'reload-worker.js'), { workerData: factsFolder });
    worker.on('message', (message: { facts: Fresh } | { prepared: Prepared }) => {
      if ('facts' in message) take(message.facts);
      else resolve(message.prepared);
    });
    worker.once('error', reject);
  });
  if (fingerprint(factsFolder) !== version) return reloadPrepared(factsFolder, take);
  return { prepared: writeStored(file, prepared), version };
}
