/** Erases a subject: its events, and what they gave to the sums. Its HMAC alone is remembered. */
import { foldInto } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";

/** False where the subject has no events; it is remembered all the same. `now` in ms since 1970. */
export function eraseSubject(
  store: WriteStore,
  hmac: Buffer,
  dayOf: (at: number) => number,
  now: number,
): boolean {
  const subject = store.subjectId(hmac);
  if (subject !== null) foldInto(store.facts, store.eventsOf(subject), dayOf, -1);
  store.eraseSubject(subject, hmac, now);
  store.touch();
  return subject !== null;
}
