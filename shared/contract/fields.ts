/** The fields that events and count records share, each with its rule in words (it ends up in error messages). */
import { z } from "zod";
import { generations } from "../vocabulary.ts";

const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const NOTICE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const REGION = /^(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|unknown)$/;

export const SLUG_RULE = "1 to 64 of a-z, 0-9, _ and -, the first a letter or digit";

export const slug = z.string().regex(SLUG, SLUG_RULE);
export const noticeId = z
  .string()
  .regex(NOTICE, "1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit");
export const region = z.string().regex(REGION, "an ISO 3166 code such as DE or US-ME");
export const generation = z.enum(generations);

/** Text of `min` … `max` characters (code points), without lone surrogates, which have no UTF-8 form. */
export function text(min: number, max: number) {
  return z
    .string()
    .refine((value) => value.isWellFormed(), {
      message: "well-formed Unicode text",
      params: { code: "bad_format" },
    })
    .refine((value) => isOfLength(value, min, max), {
      message: `${min} to ${max} characters`,
      params: { code: "bad_length" },
    });
}

/** What `text(min, max)` takes. */
export function isText(value: unknown, min: number, max: number): value is string {
  return typeof value === "string" && isOfLength(value, min, max) && value.isWellFormed();
}

function isOfLength(value: string, min: number, max: number): boolean {
  return value.length >= min && (value.length <= max || isWithin(value, max));
}

/** A character beyond the Basic Multilingual Plane takes two places of a string. */
function isWithin(value: string, max: number): boolean {
  return value.length <= 2 * max && [...value].length <= max;
}

/** BCP 47, brought to its canonical form ("en-us" → "en-US"). */
export const locale = z.string().transform((value, context) => {
  const canonical = canonicalLocale(value);
  if (canonical !== null) return canonical;
  context.addIssue({
    code: "custom",
    message: "a BCP 47 language tag such as en-US",
    params: { code: "bad_format" },
  });
  return z.NEVER;
});

const canonicalForms = new Map<string, string | null>();

function canonicalLocale(value: string): string | null {
  const known = canonicalForms.get(value);
  if (known !== undefined) return known;
  let canonical: string | null = null;
  try {
    canonical = value.length <= 64 ? (Intl.getCanonicalLocales(value)[0] ?? null) : null;
  } catch {
    // not a language tag
  }
  if (canonicalForms.size < 10_000) canonicalForms.set(value, canonical);
  return canonical;
}

export function integer(min: number, max: number) {
  const rule = `a whole number from ${min} to ${max}`;
  return z.number().refine((value) => Number.isInteger(value) && value >= min && value <= max, {
    message: rule,
    params: { code: "out_of_range" },
  });
}

/** The dimensions that both events and count records may carry. */
export const dimensionFields = {
  channel: slug.optional(),
  region: region.optional(),
  segment: slug.optional(),
  locale: locale.optional(),
  experiment: slug.optional(),
  variant: slug.optional(),
};

export function checkPair(
  value: { experiment?: string | undefined; variant?: string | undefined },
  context: z.RefinementCtx,
): void {
  if ((value.experiment === undefined) === (value.variant === undefined)) return;
  const missing = value.experiment === undefined ? "experiment" : "variant";
  context.addIssue({
    code: "custom",
    path: [missing],
    message: `${missing} is missing: experiment and variant go together, both or neither`,
    params: { code: "incomplete_pair" },
  });
}

/** What every record has beside its own fields. Times are RFC 3339, in UTC. */
export interface Kept {
  id: string;
  createdAt: string;
  updatedAt: string;
}
