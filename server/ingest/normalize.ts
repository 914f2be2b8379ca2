/** One untrusted record → a typed event, or what is wrong with it. */
import { type Clock, DEFAULT_SCALE, eventFields, eventSchemas } from "#shared/contract/event.ts";
import { type EventType, eventTypes, GENERAL, generationOf, UNKNOWN } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../fold/event.ts";
import { type Fault, faultOf, show } from "./faults.ts";
import { type ParsedEvent, quickReaders } from "./quick-read.ts";

export type Normalized =
  | { event: ConsentEvent; subject: string; ignored: string[] }
  | { fault: Fault; ignored: string[] };

export type Normalize = (record: Readonly<Record<string, unknown>>) => Normalized;

/** Schemas cost far more to make than to use: they are made once, and read the time of the record at hand. */
let present = 0;
const schemas = eventSchemas(() => present);
const quick = quickReaders(schemas, () => present);

export function eventNormalizer(now: Clock): Normalize {
  return (record) => {
    present = now();
    const type = record.type;
    if (!isEventType(type)) return { fault: typeFault(record), ignored: [] };
    const read = quick[type](record);
    if (read !== null) {
      const { parsed, ignored } = read;
      return { event: toEvent(parsed), subject: parsed.subject, ignored };
    }
    const { known, ignored } = pickFields(record, eventFields[type]);
    const parsed = schemas[type].safeParse(known);
    if (!parsed.success) return { fault: faultOf(parsed.error, known), ignored };
    return { event: toEvent(parsed.data), subject: parsed.data.subject, ignored };
  };
}

/** Fields of the contract that are there (null is the same as absent), and the names of all others. */
export function pickFields(
  record: Readonly<Record<string, unknown>>,
  fields: ReadonlySet<string>,
): { known: Record<string, unknown>; ignored: string[] } {
  const known: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (value === null) continue;
    if (fields.has(name)) known[name] = value;
    else ignored.push(name);
  }
  return { known, ignored };
}

function isEventType(type: unknown): type is EventType {
  return eventTypes.some((known) => known === type);
}

function typeFault(record: Readonly<Record<string, unknown>>): Fault {
  const type = record.type;
  const rule = `one of ${eventTypes.join(", ")}`;
  if (type === undefined || type === null) {
    return { code: "missing_field", field: "type", message: `type is missing; it is ${rule}` };
  }
  const code = typeof type === "string" ? "unknown_value" : "wrong_type";
  return { code, field: "type", message: `type is ${show("type", type, record)}, not ${rule}` };
}

function toEvent(parsed: ParsedEvent): ConsentEvent {
  const stated =
    parsed.birthYear === undefined ? parsed.generation : generationOf(parsed.birthYear);
  const answered = parsed.type === "survey_answered";
  return {
    id: parsed.id,
    type: parsed.type,
    at: parsed.at,
    purpose: parsed.purpose ?? GENERAL,
    notice: parsed.notice ?? null,
    channel: parsed.channel ?? UNKNOWN,
    region: parsed.region ?? UNKNOWN,
    segment: parsed.segment ?? UNKNOWN,
    locale: parsed.locale ?? UNKNOWN,
    generation: stated === undefined || stated === UNKNOWN ? null : stated,
    experiment: parsed.experiment ?? null,
    variant: parsed.variant ?? null,
    method: parsed.method ?? "explicit",
    durationMs: parsed.durationMs ?? null,
    steps: parsed.steps ?? null,
    reason: parsed.reason ?? null,
    survey: parsed.survey ?? null,
    question: parsed.question ?? null,
    scale: answered ? (parsed.scale ?? DEFAULT_SCALE) : null,
    score: parsed.score ?? null,
  };
}
