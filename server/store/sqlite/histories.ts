/** Each subject's events, in parts: what comes in changes the last part alone, however long the history. */
import type { ConsentEvent } from "../../fold/event.ts";
import { appended, countOf, eventsIn, idsIn, PART_EVENTS } from "./event-codec.ts";
import type { Connection } from "./open.ts";
import { rowFinder } from "./row-finder.ts";
import { rowInserter } from "./row-inserter.ts";
import type { Terms } from "./terms.ts";

/** Room for the parts of one subject. */
const PLACES = 2 ** 20;
/** More than a few requests are about; whoever goes through all histories reads no end of them. */
const MOST_REMEMBERED = 5000;

interface Part {
  place: number;
  events: Buffer;
}

/** Last parts of histories, as they were read. */
class LastParts extends Map<number, Part> {
  override set(subject: number, part: Part): this {
    if (this.size >= MOST_REMEMBERED) this.clear();
    return super.set(subject, part);
  }
}

/** Nothing is read twice while its last part is in `lastParts`, if that is the only one. */
export function historyReader(db: Connection, terms: Terms, lastParts: LastParts | null = null) {
  const partsOf = db.prepare<[number, number], Part>(
    "SELECT * FROM history WHERE place BETWEEN ? AND ? ORDER BY place",
  );
  const parts = (subject: number): Buffer[] => {
    const known = lastParts?.get(subject);
    if (known?.place === subject * PLACES) return [known.events];
    const all = partsOf.all(subject * PLACES, subject * PLACES + PLACES - 1);
    const last = all.at(-1);
    if (last !== undefined) lastParts?.set(subject, last);
    return all.map(({ events }) => events);
  };
  return {
    of: (subject: number): ConsentEvent[] =>
      parts(subject).flatMap((part) => eventsIn(part, terms)),
    idsOf: (subject: number): string[] => parts(subject).flatMap(idsIn),
  };
}

/** So many subjects with events, those of ids after `subject`, in their order. */
export function subjectsAfter(db: Connection, subject: number, limit: number): number[] {
  const next = db
    .prepare<[number], number>("SELECT place FROM history WHERE place >= ? ORDER BY place LIMIT 1")
    .pluck();
  const subjects: number[] = [];
  for (let last = subject; subjects.length < limit; ) {
    const place = next.get((last + 1) * PLACES);
    if (place === undefined) break;
    last = Math.floor(place / PLACES);
    subjects.push(last);
  }
  return subjects;
}

export function historyWriter(db: Connection, terms: Terms) {
  /** Of what was read since the last addition: those are added to most often. */
  const lastRead = new LastParts();
  const firstParts = rowFinder<number, Part>(db, "SELECT * FROM history WHERE place");
  const lastOf = db.prepare<[number, number], Part>(
    "SELECT * FROM history WHERE place BETWEEN ? AND ? ORDER BY place DESC LIMIT 1",
  );
  const put = rowInserter<[number, Buffer]>(db, "INSERT OR REPLACE INTO history (place, events)");
  const any = db
    .prepare<[number, number], 1>("SELECT 1 FROM history WHERE place BETWEEN ? AND ? LIMIT 1")
    .pluck();
  const remove = db.prepare<[number, number]>("DELETE FROM history WHERE place BETWEEN ? AND ?");

  /** The subject's last part with the events behind it, and what has no room in it as further parts. */
  function partsWith(subject: number, events: readonly ConsentEvent[], isNew: boolean) {
    const first = subject * PLACES;
    const last = isNew
      ? undefined
      : (lastRead.get(subject) ?? lastOf.get(first, first + PLACES - 1));
    let place = last?.place ?? first;
    let part = last?.events ?? null;
    const parts: [number, Buffer][] = [];
    for (let from = 0; from < events.length; ) {
      if (part !== null && countOf(part) >= PART_EVENTS) {
        part = null;
        place += 1;
      }
      const to = from + PART_EVENTS - (part === null ? 0 : countOf(part));
      part = appended(part, events.slice(from, to), terms);
      parts.push([place, part]);
      from = to;
    }
    return parts;
  }

  return {
    ...historyReader(db, terms, lastRead),

    /** Soon asked for: read together, but for those of several parts. */
    readAhead(subjects: readonly number[]): void {
      for (const part of firstParts(subjects.map((subject) => subject * PLACES)))
        if (countOf(part.events) < PART_EVENTS) lastRead.set(part.place / PLACES, part);
    },

    /** `isNew` says of a subject that it has no events yet. */
    add(
      bySubject: Iterable<readonly [number, readonly ConsentEvent[]]>,
      isNew: (subject: number) => boolean,
    ): void {
      const parts = [...bySubject].flatMap(([subject, events]) =>
        partsWith(subject, events, isNew(subject)),
      );
      put(parts.sort(([a], [b]) => a - b));
      lastRead.clear();
    },

    has: (subject: number): boolean =>
      any.get(subject * PLACES, subject * PLACES + PLACES - 1) !== undefined,

    remove(subject: number): void {
      remove.run(subject * PLACES, subject * PLACES + PLACES - 1);
      lastRead.delete(subject);
    },

    /** After a rollback. */
    reset: (): void => lastRead.clear(),
  };
}
