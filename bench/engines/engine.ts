/** What the same questions are put to: raw events in one table of whole numbers, in the order of their time. */
import type { RawEvent } from "../generate.ts";

export interface Engine {
  /** With its version and how it is set. */
  name: string;
  /** From a file of comma-separated rows, with nothing where there is no value. */
  load(csvFile: string): Promise<void>;
  query(sql: string): Promise<number[][]>;
  close(): Promise<void>;
}

/** Column → what of an event it holds. */
export const columns = {
  instant: (event: RawEvent) => event.at,
  day: (event: RawEvent) => event.day,
  subject: (event: RawEvent) => event.subject,
  type: (event: RawEvent) => event.type,
  purpose: (event: RawEvent) => event.purpose,
  notice: (event: RawEvent) => event.notice,
  channel: (event: RawEvent) => event.channel,
  region: (event: RawEvent) => event.region,
  locale: (event: RawEvent) => event.locale,
  generation: (event: RawEvent) => event.generation,
  experiment: (event: RawEvent) => event.experiment,
  variant: (event: RawEvent) => event.variant,
  duration_ms: (event: RawEvent) => event.durationMs,
  steps: (event: RawEvent) => event.steps,
  reason: (event: RawEvent) => event.reason,
  question: (event: RawEvent) => event.question,
  score: (event: RawEvent) => event.score,
} as const;

const readers = Object.values(columns);

export function rowOf(event: RawEvent): (number | null)[] {
  return readers.map((read) => read(event));
}

/** For the databases that answer by index: by what happened when, and by whom. */
export const createIndexes = [
  "CREATE INDEX event_by_type ON event (type, day)",
  "CREATE INDEX event_by_subject ON event (subject, purpose, notice)",
];

/** SQL that makes the table; what tells time is of 64 bits. */
export const createTable = `CREATE TABLE event (${Object.keys(columns)
  .map((name) => `${name} ${name === "instant" ? "BIGINT" : "INTEGER"}`)
  .join(", ")})`;
