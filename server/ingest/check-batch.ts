/** Each record by itself: what can be said of it without what the store has of its subject. */
import { rejections } from "#shared/contract/errors.ts";
import { isEventId } from "#shared/contract/event.ts";
import type { ConsentEvent } from "../fold/event.ts";
import type { WriteStore } from "../store/store.ts";
import { type BatchSubject, type BatchSubjects, subjectOf } from "./batch-subjects.ts";
import type { Fault } from "./faults.ts";
import { eventNormalizer } from "./normalize.ts";
import type { Parsed } from "./parse-batch.ts";
import type { Pseudonymize } from "./pseudonym.ts";
import type { Refusal } from "./quarantine.ts";

export interface Checked {
  index: number;
  /** Empty where the record has none that is valid. */
  id: string;
  /** Null for what is no JSON object. */
  record: Refusal["record"];
  ignored: readonly string[];
  /** Null of an event that was kept before. */
  found: { event: ConsentEvent; subject: BatchSubject } | { fault: Fault } | null;
}

export interface CheckedBatch {
  records: Checked[];
  /** All that are named. */
  subjects: BatchSubjects;
}

interface CheckContext {
  /** ms since 1970. */
  now: number;
  pseudonymize: Pseudonymize;
}

/** `first` is the index of the first one in its request. */
export function checkBatch(
  store: WriteStore,
  batch: readonly Parsed[],
  first: number,
  { now, pseudonymize }: CheckContext,
): CheckedBatch {
  const subjects: BatchSubjects = new Map();
  const normalize = eventNormalizer(() => now);
  const eventsFrom = store.eventsFrom();
  const ids = batch.map(idOf);
  const kept = store.knownEvents(ids.filter((id) => id !== ""));
  const records = batch.map((item, at): Checked => {
    const index = first + at;
    const unreadable = unreadableFault(item);
    if (unreadable !== null)
      return { index, id: "", record: null, ignored: [], found: { fault: unreadable } };
    const record = recordOf(item) ?? {};
    const id = ids[at] ?? "";
    if (kept.has(id)) return { index, id, record, ignored: [], found: null };
    const normalized = normalize(record);
    const { ignored } = normalized;
    if ("fault" in normalized)
      return { index, id, record, ignored, found: { fault: normalized.fault } };
    const { event } = normalized;
    if (eventsFrom !== null && event.at < eventsFrom)
      return { index, id, record, ignored, found: { fault: tooOld(event.at, eventsFrom) } };
    const subject = subjectOf(pseudonymize(normalized.subject), subjects);
    return { index, id, record, ignored, found: { event, subject } };
  });
  return { records, subjects };
}

/** Null for what is a JSON object. */
function unreadableFault(item: Parsed): Fault | null {
  if (!("value" in item)) {
    const message = `line ${item.line}, ${item.bytes} bytes: ${rejections[item.fault]}`;
    return { code: item.fault, field: "", message };
  }
  if (recordOf(item) !== null) return null;
  return { code: "not_an_object", field: "", message: rejections.not_an_object };
}

function recordOf(item: Parsed): Readonly<Record<string, unknown>> | null {
  if (!("value" in item)) return null;
  const { value } = item;
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

/** Empty where the record has none that is valid. */
function idOf(item: Parsed): string {
  const id = recordOf(item)?.id;
  return isEventId(id) ? id : "";
}

/** What lies there may have been dropped already: nothing earlier can be understood any more. */
function tooOld(at: number, eventsFrom: number): Fault {
  const [own, first] = [at, eventsFrom].map((ms) => new Date(ms).toISOString());
  const message = `at is ${own}, before ${first}: raw events before that are no longer kept`;
  return { code: "before_retention", field: "at", message };
}
