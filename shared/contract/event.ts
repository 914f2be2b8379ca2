/** Event contract, v1: what one event may say, by type. Everything else about it is ignored and never stored. */
import { z } from "zod";
import { type EventType, eventTypes, methods } from "../vocabulary.ts";
import {
  checkPair,
  dimensionFields,
  generation,
  integer,
  isText,
  noticeId,
  slug,
  text,
} from "./fields.ts";
import { parseInstant } from "./instant.ts";

export const EARLIEST_AT = Date.UTC(2000, 0, 1);
export const FUTURE_ALLOWANCE_MS = 86_400_000;
export const DEFAULT_SCALE = 5;

/** `now` gives the present in ms since 1970: how far ahead an event may lie, and the latest birth year. */
export type Clock = () => number;

const MOST_ID_CHARACTERS = 128;
const MOST_SUBJECT_CHARACTERS = 256;

const eventId = text(1, MOST_ID_CHARACTERS);
const subject = text(1, MOST_SUBJECT_CHARACTERS);

/** What the schemas take as an id. */
export function isEventId(value: unknown): value is string {
  return isText(value, 1, MOST_ID_CHARACTERS);
}

/** What the schemas take as a subject. */
export function isSubject(value: unknown): value is string {
  return isText(value, 1, MOST_SUBJECT_CHARACTERS);
}

function instant(now: Clock) {
  return z.string().transform((value, context) => {
    const at = parseInstant(value);
    const fault =
      at === null
        ? {
            code: "bad_format",
            message: "an RFC 3339 time with offset such as 2026-03-01T09:12:33Z",
          }
        : at < EARLIEST_AT
          ? { code: "at_too_early", message: "not before 2000-01-01T00:00:00Z" }
          : at > now() + FUTURE_ALLOWANCE_MS
            ? { code: "at_in_future", message: "not more than 24 h ahead" }
            : null;
    if (at !== null && fault === null) return at;
    context.addIssue({
      code: "custom",
      message: fault?.message ?? "",
      params: { code: fault?.code },
    });
    return z.NEVER;
  });
}

function birthYear(now: Clock) {
  return z
    .number()
    .refine(
      (year) => Number.isInteger(year) && year >= 1900 && year <= new Date(now()).getUTCFullYear(),
      { message: "a year from 1900 to this year", params: { code: "out_of_range" } },
    );
}

function commonFields(now: Clock) {
  return {
    id: eventId,
    type: z.enum(eventTypes),
    at: instant(now),
    subject,
    purpose: slug,
    notice: noticeId.optional(),
    ...dimensionFields,
    birthYear: birthYear(now).optional(),
    generation: generation.optional(),
  };
}

const effortFields = {
  method: z.enum(methods).optional(),
  durationMs: integer(0, 86_400_000).optional(),
  steps: integer(0, 100).optional(),
};

/** One schema an event type; each takes the bare object and gives the typed event, or zod's issues. */
export function eventSchemas(now: Clock) {
  const common = commonFields(now);
  const underNotice = { ...common, notice: noticeId };
  const shapes = {
    prompt_shown: z.object(underNotice),
    granted: z.object({ ...underNotice, ...effortFields }),
    declined: z.object({ ...underNotice, ...effortFields }),
    dismissed: z.object(underNotice),
    withdrawal_started: z.object(common),
    withdrawn: z.object({ ...common, ...effortFields, reason: slug.optional() }),
    survey_answered: z.object({
      ...common,
      purpose: slug.optional(),
      survey: slug,
      question: slug,
      scale: integer(2, 11).optional(),
      score: z.number(),
    }),
  } satisfies Record<EventType, z.ZodObject>;
  return {
    prompt_shown: shapes.prompt_shown.superRefine(checkWhole),
    granted: shapes.granted.superRefine(checkWhole),
    declined: shapes.declined.superRefine(checkWhole),
    dismissed: shapes.dismissed.superRefine(checkWhole),
    withdrawal_started: shapes.withdrawal_started.superRefine(checkWhole),
    withdrawn: shapes.withdrawn.superRefine(checkWhole),
    survey_answered: shapes.survey_answered.superRefine(checkWhole).superRefine(checkScore),
  };
}

export type EventSchemas = ReturnType<typeof eventSchemas>;

/** The names that an event of this type may carry. */
export const eventFields: Record<EventType, ReadonlySet<string>> = (() => {
  const schemas = eventSchemas(() => 0);
  const entries = eventTypes.map(
    (type) => [type, new Set(Object.keys(schemas[type].shape))] as const,
  );
  return Object.fromEntries(entries) as Record<EventType, Set<string>>;
})();

type Whole = {
  birthYear?: number | undefined;
  generation?: string | undefined;
  experiment?: string | undefined;
  variant?: string | undefined;
};

function checkWhole(event: Whole, context: z.RefinementCtx): void {
  checkPair(event, context);
  if (event.birthYear === undefined || event.generation === undefined) return;
  context.addIssue({
    code: "custom",
    path: ["generation"],
    message: `generation is ${event.generation}, beside a birthYear: at most one of the two`,
    params: { code: "conflicting_fields" },
  });
}

function checkScore(
  event: { score: number; scale?: number | undefined },
  context: z.RefinementCtx,
): void {
  const scale = event.scale ?? DEFAULT_SCALE;
  if (Number.isInteger(event.score) && event.score >= 1 && event.score <= scale) return;
  context.addIssue({
    code: "custom",
    path: ["score"],
    message: `a whole number from 1 to the scale, ${scale}`,
    params: { code: "out_of_range" },
  });
}

/** One record a line, or a list. */
export type BodyFormat = "ndjson" | "json";

/** What `POST events` and `POST counts` answer: every record is accounted for. */
export interface IntakeAnswer {
  accepted: number;
  duplicates: number;
  rejected: Rejection[];
  ignoredFields: string[];
}

export interface Rejection {
  /** Counts records from 0; blank lines do not count. */
  index: number;
  /** The record's id, or empty where it has none that can be read. */
  id: string;
  code: string;
  /** Empty where no single field is at fault. */
  field: string;
  message: string;
}
