/** What came in as events: histories by subject, the ids that were seen, the last few, and how many there are. */
import type { RecentEvent } from "#shared/contract/admin.ts";
import type { ConsentEvent } from "../../fold/event.ts";
import type { AddedEvent } from "../store.ts";
import { HashFilter } from "./hash-filter.ts";
import { historyWriter, subjectsAfter } from "./histories.ts";
import type { Connection } from "./open.ts";
import { rowInserter } from "./row-inserter.ts";
import { seenIds } from "./seen.ts";
import { subjectTable } from "./subjects.ts";
import type { Terms } from "./terms.ts";

export const RECENT_EVENTS = 100;

interface Totals {
  events: number;
  subjects: number;
  last_subject: number;
  last_event: number;
  received_at: number;
}

/** Counted as they come and go: counting rows would read them all. */
export function readTotals(db: Connection): Totals {
  const row = db.prepare<[], Totals>("SELECT * FROM intake").get();
  if (row === undefined) throw new Error("the store has no row of totals");
  return row;
}

export function eventTables(db: Connection, terms: Terms) {
  const filter = new HashFilter();
  const subjects = subjectTable(db, filter);
  const histories = historyWriter(db, terms);
  const seen = seenIds(db, histories.idsOf, filter);
  const putTotals = db.prepare<[Totals]>(
    `UPDATE intake SET events = @events, subjects = @subjects, last_subject = @last_subject,
       last_event = @last_event, received_at = @received_at`,
  );
  const addRecent = rowInserter(
    db,
    "INSERT INTO recent_event (sequence, subject, at, received_at, type, purpose, notice, channel)",
  );
  const keepRecent = db.prepare<[number]>("DELETE FROM recent_event WHERE sequence <= ?");
  const forgetRecent = db.prepare<[number]>("DELETE FROM recent_event WHERE subject = ?");
  const forgetEarlier = db.prepare<[number, number]>(
    "DELETE FROM recent_event WHERE subject = ? AND at < ?",
  );
  let totals = readTotals(db);
  /** Subjects that came later have no events yet. */
  let lastWritten = totals.last_subject;

  function writeTotals(): void {
    putTotals.run(totals);
    lastWritten = totals.last_subject;
  }

  function keepLast(added: readonly AddedEvent[], receivedAt: number): void {
    const last = added.slice(-RECENT_EVENTS);
    const before = totals.last_event - last.length;
    const rows = last.map(({ subject, event: { at, type, purpose, notice, channel } }, i) => [
      before + i + 1,
      subject,
      at,
      receivedAt,
      type,
      terms.idOf("purpose", purpose),
      notice === null ? null : terms.idOf("notice", notice),
      terms.idOf("channel", channel),
    ]);
    addRecent(rows);
    keepRecent.run(totals.last_event - RECENT_EVENTS);
  }

  return {
    known: seen.known,
    subjectId: subjects.idOf,
    erasedAt: subjects.erasedAt,
    subjects: subjects.all,
    of: histories.of,
    readAhead: histories.readAhead,
    subjectsAfter: (subject: number, limit: number) => subjectsAfter(db, subject, limit),

    addSubjects(hmacs: readonly Buffer[]): number[] {
      const rows = hmacs.map((hmac, i): [Buffer, number] => [hmac, totals.last_subject + 1 + i]);
      subjects.add(rows);
      totals.last_subject += rows.length;
      totals.subjects += rows.length;
      return rows.map(([, id]) => id);
    },

    /** In the order in which they came in. */
    add(added: readonly AddedEvent[], receivedAt: number): void {
      const bySubject = new Map<number, ConsentEvent[]>();
      for (const { subject, event } of added) {
        const own = bySubject.get(subject);
        if (own === undefined) bySubject.set(subject, [event]);
        else own.push(event);
      }
      histories.add(bySubject, (subject) => subject > lastWritten);
      seen.add(added.map(({ subject, event }) => ({ id: event.id, subject })));
      totals.events += added.length;
      totals.last_event += added.length;
      totals.received_at = receivedAt;
      keepLast(added, receivedAt);
      writeTotals();
    },

    erase(subject: number | null, hmac: Buffer, at: number): void {
      if (subject !== null) {
        const ids = histories.idsOf(subject);
        seen.remove(ids, subject);
        histories.remove(subject);
        forgetRecent.run(subject);
        subjects.remove(hmac, subject);
        totals.events -= ids.length;
        totals.subjects -= 1;
        writeTotals();
      }
      subjects.rememberErased(hmac, at);
    },

    dropBefore(subject: number, at: number): void {
      const all = histories.of(subject);
      const kept = all.filter((event) => event.at >= at);
      const dropped = all.filter((event) => event.at < at).map(({ id }) => id);
      seen.remove(dropped, subject);
      histories.remove(subject);
      histories.add([[subject, kept]], () => true);
      forgetEarlier.run(subject, at);
      totals.events -= dropped.length;
      writeTotals();
    },

    dropEmpty(after: Buffer, limit: number): Buffer | null {
      const some = subjects.after(after, limit);
      for (const { hmac, id } of some.filter((one) => !histories.has(one.id))) {
        subjects.remove(hmac, id);
        totals.subjects -= 1;
      }
      writeTotals();
      return some.length < limit ? null : (some.at(-1)?.hmac ?? null);
    },

    /** After a rollback. */
    reset(): void {
      totals = readTotals(db);
      lastWritten = totals.last_subject;
      histories.reset();
      subjects.reset();
      seen.reset();
    },
  };
}

interface RecentRow {
  sequence: number;
  at: number;
  received_at: number;
  type: string;
  purpose: number;
  notice: number | null;
  channel: number;
}

/** The last events to come in, newest first, without anything that tells a person. */
export function recentEvents(db: Connection, terms: Terms, limit: number): RecentEvent[] {
  const rows = db.prepare<[number], RecentRow>(
    "SELECT * FROM recent_event ORDER BY sequence DESC LIMIT ?",
  );
  return rows.all(limit).map((row) => ({
    sequence: row.sequence,
    type: row.type,
    at: new Date(row.at).toISOString(),
    receivedAt: new Date(row.received_at).toISOString(),
    purpose: terms.valueOf(row.purpose),
    notice: row.notice === null ? "none" : terms.valueOf(row.notice),
    channel: terms.valueOf(row.channel),
  }));
}
