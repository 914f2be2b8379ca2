/** Proves that the sums kept are those of the events, on a database that may be in use. */
import { daysOfZone } from "#shared/zone.ts";
import { type Facts, sinkInto } from "../fold/facts.ts";
import { foldInto } from "../fold/fold.ts";
import type { Store } from "../store/store.ts";

export interface Verification {
  subjects: number;
  facts: number;
  differences: { count: number; first: string[] };
}

export function verify(store: Store): Verification {
  return store.snapshot((snapshot) => {
    const dayOf = daysOfZone(snapshot.settings().reportingZone);
    const facts: Facts = new Map();
    const subjects = snapshot.subjects();
    for (const subject of subjects) foldInto(sinkInto(facts), snapshot.eventsOf(subject), dayOf, 1);
    return {
      subjects: subjects.length,
      facts: facts.size,
      differences: snapshot.differences(facts),
    };
  });
}
