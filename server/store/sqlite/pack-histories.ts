/** The second half of the migration 0003-histories: the rows of earlier events become parts of histories. */

import type { EventType, Generation, Method } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../../fold/event.ts";
import { HashFilter } from "./hash-filter.ts";
import { historyWriter } from "./histories.ts";
import type { Connection } from "./open.ts";
import { seenIds } from "./seen.ts";
import { Terms } from "./terms.ts";

type Row = Record<string, number | null> & { id: string; at: number };

export function packHistories(db: Connection): void {
  const terms = new Terms(db);
  const histories = historyWriter(db, terms);
  const seen = seenIds(db, histories.idsOf, new HashFilter());
  const subjects = db.prepare<[], number>("SELECT id FROM subject ORDER BY id").pluck();
  const eventsOf = db.prepare<[number], Row>(
    "SELECT * FROM earlier_event WHERE subject = ? ORDER BY sequence",
  );
  for (const subject of subjects.all()) {
    const events = eventsOf.all(subject).map((row) => toEvent(row, terms));
    histories.add([[subject, events]], () => true);
    seen.add(events.map(({ id }) => ({ id, subject })));
  }
  db.exec("DROP TABLE earlier_event; DROP TABLE earlier_subject");
}

function toEvent(row: Row, terms: Terms): ConsentEvent {
  const text = (field: string): string => terms.valueOf(row[field] ?? 0);
  const optional = (field: string): string | null => (row[field] == null ? null : text(field));
  return {
    id: row.id,
    at: row.at,
    type: text("type") as EventType,
    purpose: text("purpose"),
    notice: optional("notice"),
    channel: text("channel"),
    region: text("region"),
    segment: text("segment"),
    locale: text("locale"),
    generation: optional("generation") as Generation | null,
    experiment: optional("experiment"),
    variant: optional("variant"),
    method: text("method") as Method,
    reason: optional("reason"),
    survey: optional("survey"),
    question: optional("question"),
    scale: row.scale ?? null,
    score: row.score ?? null,
    durationMs: row.duration_ms ?? null,
    steps: row.steps ?? null,
  };
}
