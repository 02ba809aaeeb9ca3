import { type FSWatcher, watch } from 'chokidar';
import { Knowledge } from './judging/knowledge.ts';
import { type Fresh, fingerprint, type Loaded, loadPrepared, reloadPrepared } from './learning/store.ts';

/** Editors write a file in several steps: only when they have been quiet for so long, in milliseconds, is it read. */
const QUIET = 80;

/** What came of facts that were read again. */
export type Reloaded =
  | { kind: 'told' | 'learned'; facts: number }
  /** Nothing was changed: the last good facts are answered from. */
  | { kind: 'broken'; problems: string };

/** What is answered from, and read again when the files of the facts change. */
export class LiveKnowledge {
  readonly #folder: string;
  #loaded: Loaded;
  #current: Knowledge;
  #watcher: FSWatcher | undefined;
  #reading: Promise<void> | undefined;
  #again = false;

  private constructor(folder: string, loaded: Loaded) {
    this.#folder = folder;
    this.#loaded = loaded;
    this.#current = new Knowledge(loaded.prepared);
  }

  /** Loads a folder of facts. Throws an error with all problems if they cannot be used. */
  static async load(folder: string): Promise<LiveKnowledge> {
    return new LiveKnowledge(folder, await loadPrepared(folder));
  }

  get current(): Knowledge {
    return this.#current;
  }

  /** A hash of the files from which was learned what is answered from. */
  get version(): string {
    return this.#loaded.version;
  }

  /**
   * Reads the facts again: what they say is told at once, what is to be learned from them some seconds later. Broken facts
   * change nothing. Asked for while it reads, it reads once more afterwards.
   */
  async reload(done: (came: Reloaded) => void): Promise<void> {
    if (this.#reading !== undefined) {
      this.#again = true;
      return this.#reading;
    }
    this.#reading = this.#read(done).finally(() => {
      this.#reading = undefined;
      if (!this.#again) return;
      this.#again = false;
      void this.reload(done);
    });
    return this.#reading;
  }

  /** Reads the facts again whenever a file of theirs changes. */
  watch(done: (came: Reloaded) => void): void {
    let waiting: NodeJS.Timeout | undefined;
    const readSoon = () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void this.reload(done), QUIET);
    };
    this.#watcher = watch(this.#folder, { ignoreInitial: true });
    this.#watcher.on('all', readSoon);
    // What was changed before it began to watch came with what it takes for unchanged.
    this.#watcher.once('ready', () => {
      if (fingerprint(this.#folder) !== this.version) readSoon();
    });
  }

  close(): void {
    void this.#watcher?.close();
  }

  async #read(done: (came: Reloaded) => void): Promise<void> {
    const take = (facts: Fresh) => {
      // A question that nobody has learned to recognise yet has to wait.
      const { prepared, version } = this.#loaded;
      const known = new Set(prepared.model.names);
      if (!facts.base.facts.every(({ question }) => known.has(question))) return;
      const { vocabularies } = prepared.base;
      const base = { ...facts.base, vocabularies };
      this.#use({ prepared: { ...prepared, told: facts.told, base }, version });
      done({ kind: 'told', facts: facts.base.facts.length });
    };
    try {
      this.#use(await reloadPrepared(this.#folder, take));
      done({ kind: 'learned', facts: this.#current.base.facts.length });
    } catch (error) {
      done({ kind: 'broken', problems: error instanceof Error ? error.message : String(error) });
    }
  }

  #use(loaded: Loaded) {
    this.#loaded = loaded;
    this.#current = new Knowledge(loaded.prepared);
  }
}
