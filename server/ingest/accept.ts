/**
 * A batch of events → the store, all in one transaction: duplicates told apart, the rest checked, and the difference that
 * the accepted ones make to the facts of their subjects added to the sums.
 */
import type { IntakeAnswer } from "#shared/contract/event.ts";
import type { ConsentEvent } from "../fold/event.ts";
import type { AddedEvent, WriteStore } from "../store/store.ts";
import { type BatchSubject, recognize, register } from "./batch-subjects.ts";
import { type CheckedBatch, checkBatch } from "./check-batch.ts";
import { addDifference } from "./difference.ts";
import type { Fault } from "./faults.ts";
import type { KnownSubjects } from "./known-subjects.ts";
import type { Parsed } from "./parse-batch.ts";
import type { Pseudonymize } from "./pseudonym.ts";
import { quarantinedEvent, type Refusal } from "./quarantine.ts";

const MAX_IGNORED_NAMES = 100;
/** What is made of so many records is in memory together, however large the request: of fewer, more subjects come twice. */
const RECORDS_AT_ONCE = 2500;

export interface IntakeContext {
  /** ms since 1970. */
  now: number;
  pseudonymize: Pseudonymize;
  known: KnownSubjects;
  /** The calendar day of an instant in the reporting zone. */
  dayOf: (at: number) => number;
}

/** What became of the records so far. */
interface Outcome {
  accepted: number;
  duplicates: number;
  refusals: Refusal[];
  ignored: Set<string>;
}

export function acceptEvents(
  store: WriteStore,
  batch: Iterable<Parsed>,
  context: IntakeContext,
): IntakeAnswer {
  context.known.useDays(context.dayOf);
  const outcome: Outcome = { accepted: 0, duplicates: 0, refusals: [], ignored: new Set() };
  let first = 0;
  for (const part of partsOf(batch)) {
    acceptPart(store, checkBatch(store, part, first, context), outcome, context);
    first += part.length;
  }
  const { accepted, duplicates, refusals, ignored } = outcome;
  if (accepted > 0) store.touch();
  store.quarantine(
    refusals.map((refusal) => quarantinedEvent(refusal, context.pseudonymize)),
    context.now,
  );
  const rejected = refusals.map(({ index, id, fault }) => ({ index, id, ...fault }));
  return { accepted, duplicates, rejected, ignoredFields: [...ignored] };
}

function* partsOf(batch: Iterable<Parsed>): Generator<Parsed[], void> {
  let part: Parsed[] = [];
  for (const record of batch) {
    part.push(record);
    if (part.length < RECORDS_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

function acceptPart(
  store: WriteStore,
  { records, subjects }: CheckedBatch,
  outcome: Outcome,
  context: IntakeContext,
): void {
  recognize(store, subjects, context.known);
  const seen = new Set<string>();
  const added: { event: ConsentEvent; subject: BatchSubject }[] = [];
  for (const { index, id, record, ignored, found } of records) {
    if (found === null || seen.has(id)) {
      outcome.duplicates += 1;
      continue;
    }
    for (const name of ignored)
      if (outcome.ignored.size < MAX_IGNORED_NAMES) outcome.ignored.add(name);
    const fault = "fault" in found ? found.fault : take(store, found.event, found.subject);
    if (fault !== null) outcome.refusals.push({ index, id, fault, record });
    else if ("event" in found) {
      seen.add(id);
      added.push(found);
    }
  }
  if (added.length === 0) return;
  register(store, subjects);
  for (const [key, subject] of subjects) addFactsOf(store, key, subject, context);
  store.addEvents(added.flatMap(withId), context.now);
  outcome.accepted += added.length;
}

/** Null where the event is taken, its values registered; else why not. */
function take(store: WriteStore, event: ConsentEvent, subject: BatchSubject): Fault | null {
  if (subject.erasedAt !== null && event.at < subject.erasedAt) {
    const message = "the subject was erased after this event";
    return { code: "subject_erased", field: "subject", message };
  }
  const full = store.register(event);
  if (full !== null) {
    const message = `${full} is ${event[full]}, but has 5 000 distinct values already`;
    return { code: "too_many_values", field: full, message };
  }
  subject.added.push(event);
  return null;
}

function withId({ event, subject: { id } }: { event: ConsentEvent; subject: BatchSubject }) {
  return id === null ? [] : [{ subject: id, event } satisfies AddedEvent];
}

/** Before its events are added to those that are there. */
function addFactsOf(
  store: WriteStore,
  key: string,
  { id, erasedAt, fold, isNew, added }: BatchSubject,
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
