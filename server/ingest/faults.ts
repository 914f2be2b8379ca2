/**
 * What is wrong with a record, in words that name field, value and rule, and give nobody away: neither subject nor
 * birth year is repeated, nor anything that looks like free text.
 */
import type { z } from "zod";
import type { RejectionCode } from "#shared/contract/errors.ts";

export interface Fault {
  code: RejectionCode;
  field: string;
  message: string;
}

const PRIVATE_FIELDS = ["subject", "birthYear"] as const;
/** Of several fields together: the rule says all there is to say. */
const WHOLE_SENTENCES = new Set<RejectionCode>([
  "conflicting_fields",
  "incomplete_pair",
  "counts_disagree",
]);
type Untrusted = Readonly<Record<string, unknown>>;
const PLAIN_TEXT = /^[A-Za-z0-9._:+/-]{0,64}$/;
const PLAIN_TIME = /^[0-9TtZz .:+-]{0,40}$/;

/** The first issue of a failed parse, as a fault of `record`. */
export function faultOf(error: z.ZodError, record: Untrusted): Fault {
  const issue = error.issues[0];
  if (issue === undefined) throw new Error("a failed parse has an issue");
  const field = String(issue.path[0] ?? "");
  const value = record[field];
  if (value === undefined && issue.code === "invalid_type") {
    return { code: "missing_field", field, message: `${field} is missing` };
  }
  const code = codeOf(issue);
  if (WHOLE_SENTENCES.has(code)) return { code, field, message: issue.message };
  return { code, field, message: `${field} is ${show(field, value, record)}, ${ruleOf(issue)}` };
}

function codeOf(issue: z.core.$ZodIssue): RejectionCode {
  if (issue.code === "invalid_type") return "wrong_type";
  if (issue.code === "invalid_value") return "unknown_value";
  if (issue.code === "custom") return (issue.params?.code ?? "bad_format") as RejectionCode;
  return "bad_format";
}

function ruleOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_type") return `not a ${issue.expected}`;
  if (issue.code === "invalid_value") return `not one of ${issue.values.join(", ")}`;
  if (issue.code === "custom" && issue.params?.code === "at_in_future")
    return "more than 24 h ahead";
  if (issue.code === "custom" && issue.params?.code === "at_too_early") return "before 2000-01-01";
  return `not ${issue.message}`;
}

/** The value as it may be repeated. */
export function show(field: string, value: unknown, record: Untrusted): string {
  if (isPrivate(field)) return "(not repeated here)";
  if (value === undefined) return "missing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  const text = String(value);
  const plain = field === "at" ? PLAIN_TIME.test(text) : PLAIN_TEXT.test(text);
  if (!plain || givesAway(text, record) || looksLikeYear(field, text)) {
    return `a ${typeof value} of ${text.length} characters`;
  }
  return text === "" ? "empty" : text;
}

function isPrivate(field: string): boolean {
  return PRIVATE_FIELDS.some((name) => name === field);
}

/** Whether a text repeats the subject's raw id or the birth year of its record. */
export function givesAway(text: string, record: Untrusted): boolean {
  return PRIVATE_FIELDS.some((name) => {
    const value = record[name];
    if (typeof value !== "string" && typeof value !== "number") return false;
    const raw = String(value);
    return raw.length >= 3 ? text.includes(raw) : text === raw;
  });
}

function looksLikeYear(field: string, text: string): boolean {
  return field === "generation" && /\d{4}/.test(text);
}

/** What may be kept of a rejected record's field; undefined for nothing. */
export function keepable(field: string, value: unknown, record: Untrusted): unknown {
  if (isPrivate(field)) return undefined;
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return givesAway(String(value), record) ? undefined : value;
  if (typeof value !== "string") return undefined;
  const plain = field === "at" ? PLAIN_TIME.test(value) : PLAIN_TEXT.test(value);
  return plain && !givesAway(value, record) && !looksLikeYear(field, value) ? value : undefined;
}
