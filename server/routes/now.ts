/** The present, as the figures see it: the as-of day is that of the latest record, never after today. */
import { daysOfZone } from "#shared/zone.ts";
import type { Snapshot } from "../store/store.ts";
import type { Deps } from "./deps.ts";
import type { Now } from "./metric-query.ts";

export function nowOf(snapshot: Snapshot, clock: Deps["clock"]): Now {
  const today = calendarOf(snapshot)(clock());
  const latest = snapshot.latestDay();
  return { today, asOf: latest === null ? null : Math.min(latest, today) };
}

/** What all figures of a store hang on: for the tags of answers. */
export function versionOf(snapshot: Snapshot): readonly unknown[] {
  return [
    snapshot.storeId(),
    snapshot.dataVersion(),
    snapshot.recordVersion(),
    snapshot.settings(),
  ];
}

/** Tells all that answers hang on beside the question, without reading it anew while nothing is written. */
export function momentsOf({ store, clock }: Pick<Deps, "store" | "clock">): () => string {
  let stamp: number | null = null;
  let version = "";
  let dayOf = daysOfZone("UTC");
  return () => {
    // Asked for before what it stands for is read: a commit in between shows the next time.
    const latest = store.stamp();
    if (latest !== stamp) {
      store.snapshot((snapshot) => {
        version = JSON.stringify(versionOf(snapshot));
        dayOf = calendarOf(snapshot);
      });
      stamp = latest;
    }
    return `${version} ${dayOf(clock())}`;
  };
}

/** A zone's calendar costs far more to make than to use. */
const calendars = new Map<string, (at: number) => number>();

function calendarOf(snapshot: Snapshot): (at: number) => number {
  const { reportingZone } = snapshot.settings();
  const dayOf = calendars.get(reportingZone) ?? daysOfZone(reportingZone);
  calendars.set(reportingZone, dayOf);
  return dayOf;
}
