/**
 * Subjects heard of lately, their histories folded: what comes next of them costs neither a look into the store nor a fold of
 * all that came before. To be cleared when writes are taken back, and told of who is erased.
 */
import type { SubjectFold } from "../fold/fold.ts";

/** All histories together hold at most twice as many events, but for those of one subject. */
const MOST_EVENTS = 5_000;

export interface KnownSubject {
  id: number;
  /** In ms since 1970; null where it was not erased. */
  erasedAt: number | null;
  fold: SubjectFold;
}

type DayOf = (at: number) => number;

/** Those heard of since the last turn, and those before; at each turn the latter make room. */
export class KnownSubjects {
  readonly #mostEvents: number;
  #latest = new Map<string, KnownSubject>();
  #earlier = new Map<string, KnownSubject>();
  /** In the histories of the latest, as they were put. */
  #events = 0;
  #dayOf: DayOf | null = null;

  constructor(mostEvents = MOST_EVENTS) {
    this.#mostEvents = mostEvents;
  }

  /** Folds are of the days of one zone: others are forgotten. */
  useDays(dayOf: DayOf): void {
    if (dayOf !== this.#dayOf) this.clear();
    this.#dayOf = dayOf;
  }

  get(hmac: string): KnownSubject | undefined {
    return this.#latest.get(hmac) ?? this.#earlier.get(hmac);
  }

  keep(hmac: string, subject: KnownSubject, added: number): void {
    this.#events += this.#latest.has(hmac) ? added : subject.fold.events;
    if (this.#events > this.#mostEvents) {
      this.#earlier = this.#latest;
      this.#latest = new Map();
      this.#events = subject.fold.events;
    }
    this.#latest.set(hmac, subject);
  }

  forget(hmac: string): void {
    this.#latest.delete(hmac);
    this.#earlier.delete(hmac);
  }

  clear(): void {
    this.#latest.clear();
    this.#earlier.clear();
    this.#events = 0;
  }
}
