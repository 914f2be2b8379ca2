/** When answers may be given again unasked: at the same moment, nothing that they hang on has changed. */
import { daysOfZone } from "#shared/zone.ts";
import { calendarOf, versionOf } from "../figures/now.ts";
import type { Deps } from "./deps.ts";

/** Tells all that answers hang on beside the question, without reading it anew while nothing is written. */
export function momentsOf({ store, clock }: Pick<Deps, "store" | "clock">): () => string {
  let stamp: number | null = null;
  let version = "";
  let dayOf = daysOfZone("UTC");
  let today: number | null = null;
  let moment = "";
  return () => {
    // Asked for before what it stands for is read: a commit in between shows the next time.
    const latest = store.stamp();
    if (latest !== stamp) {
      store.snapshot((snapshot) => {
        version = JSON.stringify(versionOf(snapshot));
        dayOf = calendarOf(snapshot);
      });
      stamp = latest;
      today = null;
    }
    const day = dayOf(clock());
    if (day !== today) moment = `${version} ${day}`;
    today = day;
    return moment;
  };
}
