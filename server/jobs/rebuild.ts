/** Writes all sums anew from the events. */
import { type Facts, sinkInto } from "../fold/facts.ts";
import { foldInto } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";

/** So many distinct facts are gathered before they are written. */
const FLUSH_AT = 200_000;

/** Gives how many subjects there were. */
export function rebuild(store: WriteStore, dayOf: (at: number) => number): number {
  store.clearFacts();
  const subjects = store.subjects();
  let facts: Facts = new Map();
  for (const subject of subjects) {
    foldInto(sinkInto(facts), store.eventsOf(subject), dayOf, 1);
    if (facts.size < FLUSH_AT) continue;
    store.addFacts(facts);
    facts = new Map();
  }
  store.addFacts(facts);
  store.touch();
  return subjects.length;
}
