/**
 * Retention: raw events from before the cutoff are dropped, and what they gave to the sums is put into the ledger, so that sums are
 * fold + ledger and no figure changes. In slices, each of one transaction; begun anew, it goes on where it was.
 */
import { monthsBefore } from "#shared/days.ts";
import { startOfDay } from "#shared/zone.ts";
import type { ConsentEvent } from "../fold/event.ts";
import { type Facts, sinkInto } from "../fold/facts.ts";
import { foldInto, SubjectFold } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";

/** So many subjects are looked at in a slice, unless their events are more than so many. */
const SUBJECTS = 200;
const EVENTS = 2000;
/** Looking whether a subject has any events costs less. */
const EMPTY_SUBJECTS = 2000;

type DayOf = (at: number) => number;

/** The start of the calendar day so many months before today, in ms; `now` in ms since 1970. */
export function cutoffOf(months: number, now: number, dayOf: DayOf): number {
  return startOfDay(monthsBefore(dayOf(now), months), dayOf);
}

/** From now on, events before the cutoff are refused: one that came late could not be told from those dropped. */
export function beginRetention(store: WriteStore, cutoff: number): void {
  const before = store.eventsFrom();
  if (before === null || before < cutoff) store.putEventsFrom(cutoff);
}

/** Looks at the next subjects, of ids after `last`; gives the last one looked at, null at the end. */
export function retainSlice(
  store: WriteStore,
  cutoff: number,
  last: number,
  dayOf: DayOf,
): number | null {
  const subjects = store.subjectsAfter(last, SUBJECTS);
  let events = 0;
  for (const subject of subjects) {
    const all = store.eventsOf(subject);
    if (isDroppable(all, cutoff, dayOf)) drop(store, subject, all, cutoff, dayOf);
    events += all.length;
    if (events >= EVENTS) return subject;
  }
  return subjects.length < SUBJECTS ? null : (subjects.at(-1) ?? null);
}

/** Removes who has no events left, likewise: begins with an empty HMAC, and ends with null. */
export function forgetSlice(store: WriteStore, last: Buffer): Buffer | null {
  return store.dropEmptySubjects(last, EMPTY_SUBJECTS);
}

/** Whether there are events before the cutoff, and later ones, there or to come, are understood without them. */
function isDroppable(all: readonly ConsentEvent[], cutoff: number, dayOf: DayOf): boolean {
  const old = all.filter(({ at }) => at < cutoff);
  if (old.length === 0 || new SubjectFold(old, dayOf).isConsenting) return false;
  if (old.length === all.length) return true;
  const carried: Facts = new Map();
  putDifference(sinkInto(carried), all, cutoff, dayOf);
  return [...carried.values()].every((n) => n > 0);
}

function drop(
  store: WriteStore,
  subject: number,
  all: readonly ConsentEvent[],
  cutoff: number,
  dayOf: DayOf,
): void {
  putDifference(store.ledger, all, cutoff, dayOf);
  store.dropEvents(subject, cutoff);
}

/** fold(all) − fold(kept): what only the events before the cutoff carry. */
function putDifference(
  sink: Parameters<typeof foldInto>[0],
  all: readonly ConsentEvent[],
  cutoff: number,
  dayOf: DayOf,
): void {
  const kept = all.filter(({ at }) => at >= cutoff);
  foldInto(sink, all, dayOf, 1);
  foldInto(sink, kept, dayOf, -1);
}
