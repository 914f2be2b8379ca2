/**
 * A batch of events → the store, all in one transaction: duplicates told apart, the rest checked, and the difference that
 * the accepted ones make to the facts of their subjects added to the sums.
 */

import { rejections } from "#shared/contract/errors.ts";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { isEventId } from "#shared/contract/event.ts";
import type { ConsentEvent } from "../fold/event.ts";
import { accumulate, type Facts } from "../fold/facts.ts";
import { fold } from "../fold/fold.ts";
import type { AddedEvent, WriteStore } from "../store/store.ts";
import type { Fault } from "./faults.ts";
import { eventNormalizer } from "./normalize.ts";
import type { Parsed } from "./parse-batch.ts";
import type { Pseudonymize } from "./pseudonym.ts";
import { quarantinedEvent, type Refusal } from "./quarantine.ts";

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
  const known = new Set(store.knownEvents(batch.map(idOf).filter((id) => id !== "")));
  const touched = new Map<string, Touched>();
  const added: AddedEvent[] = [];
  const refusals: Refusal[] = [];
  const ignored = new Set<string>();
  let duplicates = 0;

  for (const [index, item] of batch.entries()) {
    const unreadable = unreadableFault(item);
    if (unreadable !== null) {
      refusals.push({ index, id: "", fault: unreadable, record: null });
      continue;
    }
    const record = recordOf(item) ?? {};
    const id = idOf(item);
    if (known.has(id)) {
      duplicates += 1;
      continue;
    }
    const normalized = normalize(record);
    for (const name of normalized.ignored) if (ignored.size < MAX_IGNORED_NAMES) ignored.add(name);
    if ("fault" in normalized) {
      refusals.push({ index, id, fault: normalized.fault, record });
      continue;
    }
    const hmac = context.pseudonymize(normalized.subject);
    const taken = take(store, normalized.event, hmac, touched);
    if ("fault" in taken) refusals.push({ index, id, fault: taken.fault, record });
    else {
      known.add(id);
      added.push(taken);
    }
  }

  if (added.length > 0) {
    store.addEvents(added, context.now);
    store.addFacts(differenceOf(touched, context.dayOf));
    store.touch();
  }
  store.quarantine(
    refusals.map((refusal) => quarantinedEvent(refusal, context.pseudonymize)),
    context.now,
  );
  const rejected = refusals.map(({ index, id, fault }) => ({ index, id, ...fault }));
  return { accepted: added.length, duplicates, rejected, ignoredFields: [...ignored] };
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

function take(
  store: WriteStore,
  event: ConsentEvent,
  hmac: Buffer,
  touched: Map<string, Touched>,
): AddedEvent | { fault: Fault } {
  const subject = touch(store, hmac, touched);
  if (subject.erasedAt !== null && event.at < subject.erasedAt) {
    const message = "the subject was erased after this event";
    return { fault: { code: "subject_erased", field: "subject", message } };
  }
  const full = store.register(event);
  if (full !== null) {
    const message = `${full} is ${event[full]}, but has 5 000 distinct values already`;
    return { fault: { code: "too_many_values", field: full, message } };
  }
  subject.id ??= store.addSubject(hmac);
  subject.added.push(event);
  return { subject: subject.id, event };
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

/** fold(after) − fold(before), summed over the subjects. */
function differenceOf(touched: ReadonlyMap<string, Touched>, dayOf: (at: number) => number): Facts {
  const delta: Facts = new Map();
  for (const { before, added } of touched.values()) {
    if (added.length === 0) continue;
    fold([...before, ...added], dayOf, delta);
    if (before.length > 0) accumulate(delta, fold(before, dayOf), -1);
  }
  return delta;
}
