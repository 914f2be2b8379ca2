/** Raw events: written once, read by subject for the fold. */

import type { RecentEvent } from "#shared/contract/admin.ts";
import type { EventType, Generation, Method } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../../fold/event.ts";
import type { Connection } from "./open.ts";
import type { Terms } from "./terms.ts";

interface EventRow {
  id: string;
  at: number;
  type: number;
  purpose: number;
  notice: number | null;
  channel: number;
  region: number;
  segment: number;
  locale: number;
  generation: number | null;
  experiment: number | null;
  variant: number | null;
  method: number;
  reason: number | null;
  survey: number | null;
  question: number | null;
  scale: number | null;
  score: number | null;
  duration_ms: number | null;
  steps: number | null;
}

const TERM_COLUMNS = [
  "type",
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "generation",
  "experiment",
  "variant",
  "method",
  "reason",
  "survey",
  "question",
] as const;

export function eventTable(db: Connection, terms: Terms) {
  const known = db.prepare<[string], number>("SELECT 1 FROM event WHERE id = ?").pluck();
  const ofSubject = db.prepare<[number], EventRow>("SELECT * FROM event WHERE subject = ?");
  const removeOfSubject = db.prepare<[number]>("DELETE FROM event WHERE subject = ?");
  const insert = db.prepare(
    `INSERT INTO event (id, subject, at, received_at, ${TERM_COLUMNS.join(", ")}, scale, score, duration_ms, steps)
     VALUES (?, ?, ?, ?, ${TERM_COLUMNS.map(() => "?").join(", ")}, ?, ?, ?, ?)`,
  );

  return {
    has: (id: string): boolean => known.get(id) !== undefined,

    of: (subject: number): ConsentEvent[] =>
      ofSubject.all(subject).map((row) => toEvent(row, terms)),

    add(subject: number, event: ConsentEvent, receivedAt: number): void {
      const ids = TERM_COLUMNS.map((column) => {
        const value = event[column];
        return value === null ? null : terms.idOf(column, value);
      });
      const { id, at, scale, score, durationMs, steps } = event;
      insert.run(id, subject, at, receivedAt, ...ids, scale, score, durationMs, steps);
    },

    removeOf: (subject: number): void => void removeOfSubject.run(subject),
  };
}

function toEvent(row: EventRow, terms: Terms): ConsentEvent {
  const text = (id: number | null): string | null => (id === null ? null : terms.valueOf(id));
  return {
    id: row.id,
    at: row.at,
    type: terms.valueOf(row.type) as EventType,
    purpose: terms.valueOf(row.purpose),
    notice: text(row.notice),
    channel: terms.valueOf(row.channel),
    region: terms.valueOf(row.region),
    segment: terms.valueOf(row.segment),
    locale: terms.valueOf(row.locale),
    generation: text(row.generation) as Generation | null,
    experiment: text(row.experiment),
    variant: text(row.variant),
    method: terms.valueOf(row.method) as Method,
    reason: text(row.reason),
    survey: text(row.survey),
    question: text(row.question),
    scale: row.scale,
    score: row.score,
    durationMs: row.duration_ms,
    steps: row.steps,
  };
}

interface RecentRow {
  sequence: number;
  type: number;
  at: number;
  received_at: number;
  purpose: number;
  notice: number | null;
  channel: number;
}

/** The last events to come in, newest first, without anything that tells a person. */
export function recentEvents(db: Connection, terms: Terms, limit: number): RecentEvent[] {
  const rows = db.prepare<[number], RecentRow>(
    `SELECT sequence, type, at, received_at, purpose, notice, channel
     FROM event ORDER BY sequence DESC LIMIT ?`,
  );
  return rows.all(limit).map((row) => ({
    sequence: row.sequence,
    type: terms.valueOf(row.type),
    at: new Date(row.at).toISOString(),
    receivedAt: new Date(row.received_at).toISOString(),
    purpose: terms.valueOf(row.purpose),
    notice: row.notice === null ? "none" : terms.valueOf(row.notice),
    channel: terms.valueOf(row.channel),
  }));
}
