/**
 * Valid records without the cost of a whole schema: values that repeat are asked of their field's schema once, and what
 * several fields say together is checked here. What is not surely valid is left to the schema, which knows what is wrong.
 */
import type { z } from "zod";
import {
  type Clock,
  DEFAULT_SCALE,
  EARLIEST_AT,
  type EventSchemas,
  FUTURE_ALLOWANCE_MS,
  isEventId,
  isSubject,
} from "#shared/contract/event.ts";
import { parseInstant } from "#shared/contract/instant.ts";
import { type EventType, eventTypes } from "#shared/vocabulary.ts";
import type { ConsentEvent } from "../fold/event.ts";

/** What the schemas give: fields that are absent are undefined. */
export type ParsedEvent = {
  [Field in keyof ConsentEvent]?: ConsentEvent[Field] | undefined;
} & { id: string; type: EventType; at: number; subject: string; birthYear?: number | undefined };

/** The event, and the names of the fields that say nothing; null where it may be wrong. */
export type QuickRead = (
  record: Readonly<Record<string, unknown>>,
) => { parsed: ParsedEvent; ignored: string[] } | null;

/** A field's value as its schema gives it; undefined where it is not valid. */
type ReadField = (value: unknown) => unknown;

interface Field {
  read: ReadField;
  isRequired: boolean;
}

/** Different values of a field. Where senders have more, the others are asked of its schema each time. */
const REMEMBERED = 5000;

export function quickReaders(schemas: EventSchemas, now: Clock): Record<EventType, QuickRead> {
  const own: Record<string, ReadField> = {
    id: (value) => (isEventId(value) ? value : undefined),
    subject: (value) => (isSubject(value) ? value : undefined),
    at: (value) => readInstant(value, now()),
  };
  const readerOf = (type: EventType): QuickRead => {
    const fields = new Map<string, Field>();
    for (const [name, schema] of Object.entries<z.ZodType>(schemas[type].shape)) {
      // What is a valid birth year depends on the time.
      const read = own[name] ?? (name === "birthYear" ? asking(schema) : remembering(schema));
      fields.set(name, { read, isRequired: !schema.safeParse(undefined).success });
    }
    const required = [...fields.values()].filter(({ isRequired }) => isRequired).length;
    return (record) => readRecord(record, fields, required);
  };
  const readers = eventTypes.map((type) => [type, readerOf(type)] as const);
  return Object.fromEntries(readers) as Record<EventType, QuickRead>;
}

function readRecord(
  record: Readonly<Record<string, unknown>>,
  fields: ReadonlyMap<string, Field>,
  required: number,
): ReturnType<QuickRead> {
  const parsed = emptyEvent();
  const ignored: string[] = [];
  let missing = required;
  for (const name of Object.keys(record)) {
    const value = record[name];
    if (value === null) continue;
    const field = fields.get(name);
    if (field === undefined) {
      ignored.push(name);
      continue;
    }
    const read = field.read(value);
    if (read === undefined) return null;
    if (field.isRequired) missing -= 1;
    (parsed as Record<string, unknown>)[name] = read;
  }
  return missing === 0 && isWhole(parsed) ? { parsed, ignored } : null;
}

/** All fields in one order: objects of one shape are the fastest to fill and to read. */
function emptyEvent(): ParsedEvent {
  return {
    id: "",
    type: "granted",
    at: 0,
    subject: "",
    purpose: undefined,
    notice: undefined,
    channel: undefined,
    region: undefined,
    segment: undefined,
    locale: undefined,
    birthYear: undefined,
    generation: undefined,
    experiment: undefined,
    variant: undefined,
    method: undefined,
    durationMs: undefined,
    steps: undefined,
    reason: undefined,
    survey: undefined,
    question: undefined,
    scale: undefined,
    score: undefined,
  };
}

function readInstant(value: unknown, now: number): number | undefined {
  const at = typeof value === "string" ? parseInstant(value) : null;
  const isValid = at !== null && at >= EARLIEST_AT && at <= now + FUTURE_ALLOWANCE_MS;
  return isValid ? at : undefined;
}

function asking(schema: z.ZodType): ReadField {
  return (value) => schema.safeParse(value).data;
}

function remembering(schema: z.ZodType): ReadField {
  const ask = asking(schema);
  const known = new Map<unknown, unknown>();
  return (value) => {
    const before = known.get(value);
    if (before !== undefined) return before;
    const read = ask(value);
    if (read !== undefined && known.size < REMEMBERED) known.set(value, read);
    return read;
  };
}

/** What no field says by itself. */
function isWhole(event: ParsedEvent): boolean {
  if ((event.experiment === undefined) !== (event.variant === undefined)) return false;
  if (event.birthYear !== undefined && event.generation !== undefined) return false;
  if (event.type !== "survey_answered") return true;
  const score = event.score ?? 0;
  return Number.isInteger(score) && score >= 1 && score <= (event.scale ?? DEFAULT_SCALE);
}
