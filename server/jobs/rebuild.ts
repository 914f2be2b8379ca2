/** Writes all sums anew from the events, and the ledger of those that are kept no longer. */
import { foldInto } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";

/** Gives how many subjects there were. */
export function rebuild(store: WriteStore, dayOf: (at: number) => number): number {
  store.clearFacts();
  store.addLedger();
  const subjects = store.subjects();
  for (const subject of subjects) foldInto(store.facts, store.eventsOf(subject), dayOf, 1);
  store.touch();
  return subjects.length;
}
