/** The present, as the figures see it: the as-of day is that of the latest record, never after today. */
import { daysOfZone } from "#shared/zone.ts";
import type { Snapshot } from "../store/store.ts";

/** In days since 1970; `asOf` is null in an empty store. */
export interface Now {
  today: number;
  asOf: number | null;
}

/** `clock` gives ms since 1970. */
export function nowOf(snapshot: Snapshot, clock: () => number): Now {
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

/** A zone's calendar costs far more to make than to use. */
const calendars = new Map<string, (at: number) => number>();

export function calendarOf(snapshot: Snapshot): (at: number) => number {
  const { reportingZone } = snapshot.settings();
  const dayOf = calendars.get(reportingZone) ?? daysOfZone(reportingZone);
  calendars.set(reportingZone, dayOf);
  return dayOf;
}
