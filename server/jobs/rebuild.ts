/** Writes all sums anew from the events. */
import { handOver } from "../fold/facts.ts";
import { fold } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";

/** Gives how many subjects there were. */
export function rebuild(store: WriteStore, dayOf: (at: number) => number): number {
  store.clearFacts();
  const subjects = store.subjects();
  for (const subject of subjects) handOver(fold(store.eventsOf(subject), dayOf), store.facts, 1);
  store.touch();
  return subjects.length;
}
