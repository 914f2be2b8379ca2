/** A batch of count records → the store, in one transaction. A record replaces the one of the same key and day. */
import { countFields, countNumbers, countSchemas } from "#shared/contract/count.ts";
import { type RejectionCode, rejections } from "#shared/contract/errors.ts";
import type { IntakeAnswer } from "#shared/contract/event.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { GENERAL, UNKNOWN } from "#shared/vocabulary.ts";
import { type Fault, faultOf } from "../ingest/faults.ts";
import { pickFields } from "../ingest/normalize.ts";
import type { Parsed } from "../ingest/parse-batch.ts";
import { quarantinedCount, type Refusal } from "../ingest/quarantine.ts";
import {
  type CountKey,
  type CountNumbers,
  type CountRecord,
  countKeyFields,
  type WriteStore,
} from "../store/store.ts";

export interface CountsContext {
  /** ms since 1970. */
  now: number;
  dayOf: (at: number) => number;
}

const allFields = new Set([...countFields.flows, ...countFields.survey]);

export function acceptCounts(
  store: WriteStore,
  batch: Iterable<Parsed>,
  { now, dayOf }: CountsContext,
): IntakeAnswer {
  const parse = countParser(formatDay(dayOf(now) + 1));
  const refusals: Refusal[] = [];
  const ignored = new Set<string>();
  let accepted = 0;
  for (const [index, item] of [...batch].entries()) {
    const read = readItem(item, parse);
    for (const name of read.ignored) if (ignored.size < 100) ignored.add(name);
    const fault = "fault" in read ? read.fault : take(store, read.record, now);
    if (fault === null) accepted += 1;
    else refusals.push({ index, id: "", fault, record: recordOf(item) });
  }
  if (accepted > 0) store.touch();
  store.quarantine(
    refusals.map((refusal) => quarantinedCount(refusal, allFields)),
    now,
  );
  const rejected = refusals.map(({ index, id, fault }) => ({ index, id, ...fault }));
  return { accepted, duplicates: 0, rejected, ignoredFields: [...ignored] };
}

type Read = { record: CountRecord; ignored: string[] } | { fault: Fault; ignored: string[] };
type Parse = (record: Readonly<Record<string, unknown>>) => Read;

function recordOf(item: Parsed): Record<string, unknown> | null {
  if (!("value" in item)) return null;
  const { value } = item;
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
}

function readItem(item: Parsed, parse: Parse): Read {
  if (!("value" in item)) {
    const message = `line ${item.line}, ${item.bytes} bytes: ${rejections[item.fault]}`;
    return { fault: faultFor(item.fault, "", message), ignored: [] };
  }
  const record = recordOf(item);
  if (record !== null) return parse(record);
  return { fault: faultFor("not_an_object", "", "a count record is a JSON object"), ignored: [] };
}

function faultFor(code: RejectionCode, field: string, message: string): Fault {
  return { code, field, message };
}

/** Records with a survey hold scores; all others flows and stocks. */
function countParser(tomorrow: string): Parse {
  const schemas = countSchemas(() => tomorrow);
  return (raw) => {
    const survey = (raw.survey ?? null) !== null || (raw.scores ?? null) !== null;
    const { known, ignored } = pickFields(raw, survey ? countFields.survey : countFields.flows);
    const parsed = survey ? schemas.survey.safeParse(known) : schemas.flows.safeParse(known);
    if (!parsed.success) return { fault: faultOf(parsed.error, known), ignored };
    const { day, ...fields } = parsed.data;
    const values: Readonly<Record<string, unknown>> = fields;
    return {
      record: {
        key: keyOf(values, survey),
        day: parseDay(day) ?? 0,
        numbers: numbersOf(values),
        scores: (values.scores as number[] | undefined) ?? null,
      },
      ignored,
    };
  };
}

/** Absent dimensions are unknown; a survey record without a purpose is about data use as a whole. */
function keyOf(values: Readonly<Record<string, unknown>>, survey: boolean): CountKey {
  const entries = countKeyFields.map((field) => {
    const absent = field === "purpose" && survey ? GENERAL : UNKNOWN;
    const none = !survey && (field === "survey" || field === "question") ? "" : absent;
    return [field, values[field] ?? none];
  });
  return Object.fromEntries(entries) as CountKey;
}

function numbersOf(values: Readonly<Record<string, unknown>>): CountNumbers {
  const numbers: CountNumbers = {};
  for (const name of countNumbers) {
    const value = values[name];
    if (typeof value === "number") numbers[name] = value;
  }
  return numbers;
}

function take(store: WriteStore, record: CountRecord, now: number): Fault | null {
  const { key, day, numbers, scores } = record;
  for (const field of countKeyFields) {
    if (key[field] !== "" && !store.hasRoom(field, key[field])) {
      return faultFor(
        "too_many_values",
        field,
        `${field} is ${key[field]}, but has 5 000 distinct values already`,
      );
    }
  }
  if (scores === null && Object.keys(numbers).length === 0) store.removeCount(key, day);
  else store.putCount(record, now);
  return null;
}
