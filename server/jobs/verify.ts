/** Proves that the sums kept are those of the events, on a database that may be in use. */
import { daysOfZone } from "#shared/zone.ts";
import { foldInto } from "../fold/fold.ts";
import type { Store, SumsCheck } from "../store/store.ts";

export interface Verification extends SumsCheck {
  subjects: number;
}

export function verify(store: Store): Verification {
  return store.snapshot((snapshot) => {
    const dayOf = daysOfZone(snapshot.settings().reportingZone);
    const subjects = snapshot.subjects();
    const checked = snapshot.check((sink) => {
      for (const subject of subjects) foldInto(sink, snapshot.eventsOf(subject), dayOf, 1);
    });
    return { subjects: subjects.length, ...checked };
  });
}
