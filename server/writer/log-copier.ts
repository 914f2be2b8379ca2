/**
 * Has the log's pages copied to where they belong on a thread of its own, while the writer goes on. At a commit SQLite would copy
 * all of them, and who waits would wait until they are on disk; so it has only the last few left to copy, and begins the log
 * anew.
 */
import { Worker } from "node:worker_threads";
import type { WriteStore } from "../store/store.ts";

interface Limits {
  /** Pages in the log. Of what is written again meanwhile the last is copied alone: the later it begins, the fewer it copies. */
  beginAt: number;
  /** Fewer are left for SQLite. */
  least: number;
  /** On a slow disk the writer waits when the log is as long as this. */
  waitAt: number;
}

/** The last is a log of 260 MB. */
const LIMITS: Limits = { beginAt: 20_000, least: 4000, waitAt: 64_000 };
const LONGEST_WAIT_MS = 10_000;

export const IDLE = 0;
const BUSY = 1;

export type CopierCommand = "copy" | "close";

export interface CopierSetup {
  file: string;
  /** `IDLE`, or it is not done with what it was told. */
  state: Int32Array;
}

export class LogCopier {
  readonly #store: Pick<WriteStore, "logPages">;
  readonly #file: string;
  readonly #limits: Limits;
  readonly #state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  /** Started for the first long log: most stores never have one. */
  #thread: Worker | null = null;
  #isGone = false;

  constructor(store: Pick<WriteStore, "logPages">, file: string, limits = LIMITS) {
    this.#store = store;
    this.#file = file;
    this.#limits = limits;
  }

  /** To be told of every commit. */
  written(): void {
    const { beginAt, least, waitAt } = this.#limits;
    const { all, copied } = this.#store.logPages();
    if (all >= waitAt) this.#waitUntilIdle();
    const isBusy = Atomics.load(this.#state, 0) === BUSY;
    if (!isBusy && all >= beginAt && all - copied >= least) this.#tell("copy");
  }

  /** Afterwards nobody else has the database open for writing: who closes it then leaves no log behind. */
  stop(): void {
    if (this.#thread === null) return;
    this.#waitUntilIdle();
    this.#tell("close");
    this.#waitUntilIdle();
    void this.#thread.terminate();
    this.#thread = null;
  }

  #tell(command: CopierCommand): void {
    if (this.#isGone) return;
    this.#thread ??= this.#started();
    Atomics.store(this.#state, 0, BUSY);
    this.#thread.postMessage(command);
  }

  #started(): Worker {
    const thread = new Worker(new URL("./log-copier-thread.ts", import.meta.url), {
      workerData: { file: this.#file, state: this.#state } satisfies CopierSetup,
      // It makes nothing.
      resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32 },
    });
    thread.unref();
    // Without it SQLite copies all at a commit.
    thread.on("error", () => {
      this.#isGone = true;
    });
    return thread;
  }

  #waitUntilIdle(): void {
    if (!this.#isGone) Atomics.wait(this.#state, 0, BUSY, LONGEST_WAIT_MS);
  }
}
