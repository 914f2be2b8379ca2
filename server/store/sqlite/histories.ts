/** Each subject's events, in parts: what comes in changes the last part alone, however long the history. */
import type { ConsentEvent } from "../../fold/event.ts";
import { appended, countOf, eventsIn, idsIn, PART_EVENTS } from "./event-codec.ts";
import type { Connection } from "./open.ts";
import type { Terms } from "./terms.ts";

/** Room for the parts of one subject. */
const PLACES = 2 ** 20;

export function historyReader(db: Connection, terms: Terms) {
  const partsOf = db
    .prepare<[number, number], Buffer>(
      "SELECT events FROM history WHERE place BETWEEN ? AND ? ORDER BY place",
    )
    .pluck();
  const parts = (subject: number): Buffer[] =>
    partsOf.all(subject * PLACES, subject * PLACES + PLACES - 1);
  return {
    of: (subject: number): ConsentEvent[] =>
      parts(subject).flatMap((part) => eventsIn(part, terms)),
    idsOf: (subject: number): string[] => parts(subject).flatMap(idsIn),
  };
}

export function historyWriter(db: Connection, terms: Terms) {
  const lastOf = db.prepare<[number, number], { place: number; events: Buffer }>(
    "SELECT * FROM history WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT 1",
  );
  const put = db.prepare<[number, Buffer]>(
    "INSERT OR REPLACE INTO history (place, events) VALUES (?, ?)",
  );
  const remove = db.prepare<[number, number]>("DELETE FROM history WHERE place BETWEEN ? AND ?");

  return {
    ...historyReader(db, terms),

    add(subject: number, events: readonly ConsentEvent[]): void {
      const first = subject * PLACES;
      const last = lastOf.get(first, first + PLACES - 1);
      let place = last?.place ?? first;
      let part = last?.events ?? null;
      for (let from = 0; from < events.length; ) {
        if (part !== null && countOf(part) >= PART_EVENTS) {
          part = null;
          place += 1;
        }
        const to = from + PART_EVENTS - (part === null ? 0 : countOf(part));
        part = appended(part, events.slice(from, to), terms);
        put.run(place, part);
        from = to;
      }
    },

    remove(subject: number): void {
      remove.run(subject * PLACES, subject * PLACES + PLACES - 1);
    },
  };
}
