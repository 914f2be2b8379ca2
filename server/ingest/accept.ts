/**
 * A batch of events → the store, all in one transaction: duplicates told apart, the rest checked, and the difference that
 * the accepted ones make to the facts of their subjects added to the sums.
 */

import { type RejectionCode, rejections } from "#shared/contract/errors.ts";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { eventId } from "#shared/contract/event.ts";
import type { ConsentEvent } from "../fold/event.ts";
import type { FactSink } from "../fold/facts.ts";
import { foldInto } from "../fold/fold.ts";
import type { WriteStore } from "../store/store.ts";
import type { Fault } from "./faults.ts";
import { eventNormalizer } from "./normalize.ts";
import type { Parsed } from "./parse-batch.ts";
import type { Pseudonymize } from "./pseudonym.ts";
import { quarantinedEvent, type Refusal } from "./quarantine.ts";

/** The dimensions whose distinct values are limited. */
const LIMITED = [
  "purpose",
  "notice",
  "channel",
  "region",
  "segment",
  "locale",
  "experiment",
  "variant",
  "reason",
  "survey",
  "question",
] as const;

const MAX_IGNORED_NAMES = 100;

export interface IntakeContext {
  /** ms since 1970. */
  now: number;
  pseudonymize: Pseudonymize;
  /** The calendar day of an instant in the reporting zone. */
  dayOf: (at: number) => number;
}

/** One subject's events in this batch, beside those that were there. */
interface Touched {
  /** Null while none of its events is kept. */
  id: number | null;
  /** In ms since 1970; null where it was not erased. */
  erasedAt: number | null;
  before: ConsentEvent[];
  added: ConsentEvent[];
}

export function acceptEvents(
  store: WriteStore,
  batch: readonly Parsed[],
  context: IntakeContext,
): IntakeAnswer {
  const normalize = eventNormalizer(() => context.now);
  const touched = new Map<string, Touched>();
  const refusals: Refusal[] = [];
  const ignored = new Set<string>();
  let accepted = 0;
  let duplicates = 0;

  for (const [index, item] of batch.entries()) {
    if (!("value" in item)) {
      const message = `line ${item.line}, ${item.bytes} bytes: ${rejections[item.fault]}`;
      refusals.push({
        index,
        id: "",
        fault: { code: item.fault, field: "", message },
        record: null,
      });
      continue;
    }
    if (!isRecord(item.value)) {
      const fault = faultFor("not_an_object", "", rejections.not_an_object);
      refusals.push({ index, id: "", fault, record: null });
      continue;
    }
    const record = item.value;
    const id = eventId.safeParse(record.id).data ?? "";
    if (id !== "" && store.hasEvent(id)) {
      duplicates += 1;
      continue;
    }
    const normalized = normalize(record);
    for (const name of normalized.ignored) if (ignored.size < MAX_IGNORED_NAMES) ignored.add(name);
    const fault =
      "fault" in normalized
        ? normalized.fault
        : take(
            store,
            normalized.event,
            context.pseudonymize(normalized.subject),
            touched,
            context.now,
          );
    if (fault === null) accepted += 1;
    else refusals.push({ index, id, fault, record });
  }

  if (accepted > 0) {
    addDifference(store.facts, touched, context.dayOf);
    store.touch();
  }
  store.quarantine(
    refusals.map((refusal) => quarantinedEvent(refusal, context.pseudonymize)),
    context.now,
  );
  const rejected = refusals.map(({ index, id, fault }) => ({ index, id, ...fault }));
  return { accepted, duplicates, rejected, ignoredFields: [...ignored] };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function take(
  store: WriteStore,
  event: ConsentEvent,
  hmac: Buffer,
  touched: Map<string, Touched>,
  now: number,
): Fault | null {
  const subject = touch(store, hmac, touched);
  if (subject.erasedAt !== null && event.at < subject.erasedAt) {
    return faultFor("subject_erased", "subject", "the subject was erased after this event");
  }
  for (const field of LIMITED) {
    const value = event[field];
    if (value !== null && !store.hasRoom(field, value)) {
      return faultFor(
        "too_many_values",
        field,
        `${field} is ${value}, but has 5 000 distinct values already`,
      );
    }
  }
  subject.id ??= store.addSubject(hmac);
  subject.added.push(event);
  store.addEvent(subject.id, event, now);
  return null;
}

/** What is known of the subject, read once a batch. */
function touch(store: WriteStore, hmac: Buffer, touched: Map<string, Touched>): Touched {
  const key = hmac.toString("latin1");
  const known = touched.get(key);
  if (known !== undefined) return known;
  const id = store.subjectId(hmac);
  const before = id === null ? [] : store.eventsOf(id);
  const subject = { id, erasedAt: store.erasedAt(hmac), before, added: [] };
  touched.set(key, subject);
  return subject;
}

function faultFor(code: RejectionCode, field: string, message: string): Fault {
  return { code, field, message };
}

/** fold(after) − fold(before), of each subject. */
function addDifference(
  sink: FactSink,
  touched: ReadonlyMap<string, Touched>,
  dayOf: (at: number) => number,
): void {
  for (const { before, added } of touched.values()) {
    if (added.length === 0) continue;
    foldInto(sink, [...before, ...added], dayOf, 1);
    if (before.length > 0) foldInto(sink, before, dayOf, -1);
  }
}
