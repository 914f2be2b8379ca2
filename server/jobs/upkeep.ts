/** What the writer does beside its requests, in steps of some milliseconds, so that requests come in between. */
import type { WriteStore } from "../store/store.ts";
import { beginRetention, cutoffOf, forgetSlice, retainSlice } from "./retain.ts";

type DayOf = (at: number) => number;

export interface UpkeepContext {
  store: WriteStore;
  /** A transaction. */
  together: <T>(write: () => T) => T;
  dayOf: () => DayOf;
  /** Told that what is remembered of subjects may have been dropped. */
  onDropped: () => void;
}

export class Upkeep {
  readonly #context: UpkeepContext;
  /** The cutoff by which all was dropped. */
  #retained: number | null = null;

  constructor(context: UpkeepContext) {
    this.#context = context;
  }

  /** Takes the next step each time it is asked to; `now` in ms since 1970. Cut short, it is begun anew at any time. */
  *steps(now: number): Generator<void, void> {
    const { store } = this.#context;
    yield* this.#retain(now);
    while (store.giveBackPages()) yield;
    store.analyze();
  }

  *#retain(now: number): Generator<void, void> {
    const { store, together, dayOf, onDropped } = this.#context;
    const months = store.settings().retentionMonths;
    if (months === null) return;
    const cutoff = cutoffOf(months, now, dayOf());
    if (cutoff === this.#retained) return;
    together(() => beginRetention(store, cutoff));
    // Whoever sets it otherwise meanwhile is not kept waiting.
    const isWanted = () => store.settings().retentionMonths === months;
    for (let last: number | null = 0; last !== null; ) {
      yield;
      if (!isWanted()) return;
      const from: number = last;
      last = together(() => retainSlice(store, cutoff, from, dayOf()));
      onDropped();
    }
    for (let last: Buffer | null = Buffer.alloc(0); last !== null; ) {
      yield;
      const from: Buffer = last;
      last = together(() => forgetSlice(store, from));
      onDropped();
    }
    this.#retained = cutoff;
  }
}
