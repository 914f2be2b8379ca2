/** Rejected records as they are kept: readable enough to mend the sender, and nobody's. */
import { eventFields } from "#shared/contract/event.ts";
import { generationOf } from "#shared/vocabulary.ts";
import type { QuarantineEntry } from "../store/store.ts";
import { type Fault, givesAway, keepable } from "./faults.ts";
import type { Pseudonymize } from "./pseudonym.ts";

const allEventFields = new Set(Object.values(eventFields).flatMap((fields) => [...fields]));

export interface Refusal {
  index: number;
  /** The record's id, empty where it has none that is valid. */
  id: string;
  fault: Fault;
  /** Null for what was no JSON object. */
  record: Readonly<Record<string, unknown>> | null;
}

export function quarantinedEvent(refusal: Refusal, pseudonymize: Pseudonymize): QuarantineEntry {
  const { record } = refusal;
  return entryOf("events", refusal, record === null ? null : keptEvent(record, pseudonymize));
}

export function quarantinedCount(refusal: Refusal, fields: ReadonlySet<string>): QuarantineEntry {
  const { record } = refusal;
  const kept = record === null ? null : keptFields(record, fields);
  return entryOf("counts", refusal, kept);
}

function entryOf(
  route: QuarantineEntry["route"],
  { index, id, fault, record }: Refusal,
  kept: QuarantineEntry["record"],
): QuarantineEntry {
  const safeId = record !== null && givesAway(id, record) ? "" : id;
  return { route, index, id: safeId, ...fault, record: kept };
}

function keptEvent(
  record: Readonly<Record<string, unknown>>,
  pseudonymize: Pseudonymize,
): Record<string, unknown> {
  const kept = keptFields(record, allEventFields);
  const { subject, birthYear } = record;
  if (typeof subject === "string" && subject !== "") {
    kept.subjectHmac = pseudonymize(subject).toString("hex");
  }
  if (
    typeof birthYear === "number" &&
    Number.isInteger(birthYear) &&
    birthYear >= 1900 &&
    birthYear <= 2100
  ) {
    kept.generation ??= generationOf(birthYear);
  }
  return kept;
}

function keptFields(
  record: Readonly<Record<string, unknown>>,
  fields: ReadonlySet<string>,
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const field of fields) {
    const value = keepable(field, record[field], record);
    if (value !== undefined) kept[field] = value;
  }
  return kept;
}
