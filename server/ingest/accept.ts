/**
 * A batch of events → the store, all in one transaction: duplicates told apart, the rest checked, and the difference that
 * the accepted ones make to the facts of their subjects added to the sums.
 */

import { rejections } from "#shared/contract/errors.ts";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { isEventId } from "#shared/contract/event.ts";
import type { ConsentEvent } from "../fold/event.ts";
import type { SubjectFold } from "../fold/fold.ts";
import type { AddedEvent, WriteStore } from "../store/store.ts";
import { addDifference } from "./difference.ts";
import type { Fault } from "./faults.ts";
import type { KnownSubjects } from "./known-subjects.ts";
import { eventNormalizer } from "./normalize.ts";
import type { Parsed } from "./parse-batch.ts";
import type { Pseudonymize } from "./pseudonym.ts";
import { quarantinedEvent, type Refusal } from "./quarantine.ts";

const MAX_IGNORED_NAMES = 100;

export interface IntakeContext {
  /** ms since 1970. */
  now: number;
  pseudonymize: Pseudonymize;
  known: KnownSubjects;
  /** The calendar day of an instant in the reporting zone. */
  dayOf: (at: number) => number;
}

/** A subject of this batch. */
interface Touched {
  /** Null while none of its events is kept. */
  id: number | null;
  /** In ms since 1970; null where it was not erased. */
  erasedAt: number | null;
  /** Of its events before this batch; null until it is needed. */
  fold: SubjectFold | null;
  isNew: boolean;
  added: ConsentEvent[];
}

export function acceptEvents(
  store: WriteStore,
  batch: readonly Parsed[],
  context: IntakeContext,
): IntakeAnswer {
  context.known.useDays(context.dayOf);
  const normalize = eventNormalizer(() => context.now);
  const eventsFrom = store.eventsFrom();
  const seen = new Set(store.knownEvents(batch.map(idOf).filter((id) => id !== "")));
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
    if (seen.has(id)) {
      duplicates += 1;
      continue;
    }
    const normalized = normalize(record);
    for (const name of normalized.ignored) if (ignored.size < MAX_IGNORED_NAMES) ignored.add(name);
    if ("fault" in normalized) {
      refusals.push({ index, id, fault: normalized.fault, record });
      continue;
    }
    if (eventsFrom !== null && normalized.event.at < eventsFrom) {
      refusals.push({ index, id, fault: tooOld(normalized.event.at, eventsFrom), record });
      continue;
    }
    const hmac = context.pseudonymize(normalized.subject);
    const taken = take(store, normalized.event, touch(store, hmac, touched, context.known), hmac);
    if ("fault" in taken) refusals.push({ index, id, fault: taken.fault, record });
    else {
      seen.add(id);
      added.push(taken);
    }
  }

  if (added.length > 0) {
    for (const [key, subject] of touched) addFactsOf(store, key, subject, context);
    store.addEvents(added, context.now);
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

/** What lies there may have been dropped already: nothing earlier can be understood any more. */
function tooOld(at: number, eventsFrom: number): Fault {
  const [own, first] = [at, eventsFrom].map((ms) => new Date(ms).toISOString());
  const message = `at is ${own}, before ${first}: raw events before that are no longer kept`;
  return { code: "before_retention", field: "at", message };
}

function take(
  store: WriteStore,
  event: ConsentEvent,
  subject: Touched,
  hmac: Buffer,
): AddedEvent | { fault: Fault } {
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

/** What is known of the subject, looked up once a batch. */
function touch(
  store: WriteStore,
  hmac: Buffer,
  touched: Map<string, Touched>,
  known: KnownSubjects,
): Touched {
  const key = hmac.toString("latin1");
  const before = touched.get(key);
  if (before !== undefined) return before;
  const found = known.get(key) ?? {
    id: store.subjectId(hmac),
    erasedAt: store.erasedAt(hmac),
    fold: null,
  };
  const subject = { ...found, isNew: found.id === null, added: [] };
  touched.set(key, subject);
  return subject;
}

/** Before its events are added to those that are there. */
function addFactsOf(
  store: WriteStore,
  key: string,
  { id, erasedAt, fold, isNew, added }: Touched,
  { known, dayOf }: IntakeContext,
): void {
  if (id === null || added.length === 0) return;
  let events: ConsentEvent[] | null = isNew ? [] : null;
  const before = (): ConsentEvent[] => {
    events ??= store.eventsOf(id);
    return events;
  };
  const latest = addDifference(store.facts, fold, before, added, dayOf);
  if (latest === null) known.forget(key);
  else known.keep(key, { id, erasedAt, fold: latest }, added.length);
}
