/**
 * A batch of events → the store, all in one transaction: duplicates told apart, the rest checked, and the difference that
 * the accepted ones make to the facts of their subjects added to the sums.
 */
import type { IntakeAnswer } from "#shared/contract/event.ts";
import type { ConsentEvent } from "../fold/event.ts";
import type { AddedEvent, WriteStore } from "../store/store.ts";
import { type BatchSubject, type BatchSubjects, recognize, register } from "./batch-subjects.ts";
import { checkBatch } from "./check-batch.ts";
import { addDifference } from "./difference.ts";
import type { Fault } from "./faults.ts";
import type { KnownSubjects } from "./known-subjects.ts";
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

export function acceptEvents(
  store: WriteStore,
  batch: readonly Parsed[],
  context: IntakeContext,
): IntakeAnswer {
  context.known.useDays(context.dayOf);
  const subjects: BatchSubjects = new Map();
  const checked = checkBatch(store, batch, subjects, context);
  recognize(store, subjects, context.known);
  const seen = new Set<string>();
  const added: { event: ConsentEvent; subject: BatchSubject }[] = [];
  const refusals: Refusal[] = [];
  const ignored = new Set<string>();
  let duplicates = 0;

  for (const { index, id, record, ignored: names, found } of checked) {
    if (found === null || seen.has(id)) {
      duplicates += 1;
      continue;
    }
    for (const name of names) if (ignored.size < MAX_IGNORED_NAMES) ignored.add(name);
    const fault = "fault" in found ? found.fault : take(store, found.event, found.subject);
    if (fault !== null) refusals.push({ index, id, fault, record });
    else if ("event" in found) {
      seen.add(id);
      added.push(found);
    }
  }

  if (added.length > 0) {
    register(store, subjects);
    for (const [key, subject] of subjects) addFactsOf(store, key, subject, context);
    store.addEvents(added.flatMap(withId), context.now);
    store.touch();
  }
  store.quarantine(
    refusals.map((refusal) => quarantinedEvent(refusal, context.pseudonymize)),
    context.now,
  );
  const rejected = refusals.map(({ index, id, fault }) => ({ index, id, ...fault }));
  return { accepted: added.length, duplicates, rejected, ignoredFields: [...ignored] };
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
