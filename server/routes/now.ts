/** The present, as the figures see it: the as-of day is that of the latest record, never after today. */
import { daysOfZone } from "#shared/zone.ts";
import type { Snapshot } from "../store/store.ts";
import type { Deps } from "./deps.ts";
import type { Now } from "./metric-query.ts";

export function nowOf(snapshot: Snapshot, clock: Deps["clock"]): Now {
  const today = daysOfZone(snapshot.settings().reportingZone)(clock());
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
