/**
 * Subjects with long histories heard of lately, folded: what comes next of them costs neither a look into the store nor a fold of
 * all that came before. To be cleared when writes are taken back, and told of who is erased.
 */
import type { SubjectFold } from "../fold/fold.ts";

/** Shorter histories take less time to fold again than to keep: next to nobody is heard of again soon. */
const LEAST_EVENTS = 32;
/** All histories together hold at most twice as many events, but for those of one subject. */
const MOST_EVENTS = 5000;

export interface KnownSubject {
  id: number;
  /** In ms since 1970; null where it was not erased. */
  erasedAt: number | null;
  fold: SubjectFold;
}

type DayOf = (at: number) => number;

/** Those heard of since the last turn, and those before; at each turn the latter make room. */
export class KnownSubjects {
  readonly #leastEvents: number;
  readonly #mostEvents: number;
  #latest = new Map<string, KnownSubject>();
  #earlier = new Map<string, KnownSubject>();
  /** In the histories of the latest, as they were put. */
  #events = 0;
  #dayOf: DayOf | null = null;

  constructor({ leastEvents = LEAST_EVENTS, mostEvents = MOST_EVENTS } = {}) {
    this.#leastEvents = leastEvents;
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

  /** `added` of its events have come in since it was kept before, if it was. */
  keep(hmac: string, subject: KnownSubject, added: number): void {
    if (subject.fold.events < this.#leastEvents) {
      this.forget(hmac);
      return;
    }
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
