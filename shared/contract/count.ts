/** Count contract, v1: the totals of one day, for tools that export nothing finer. */
import { z } from "zod";
import { parseDay } from "../days.ts";
import { EVENTS_SOURCE } from "../vocabulary.ts";
import { DEFAULT_SCALE } from "./event.ts";
import { checkPair, dimensionFields, generation, integer, noticeId, slug } from "./fields.ts";

const EARLIEST_DAY = "2000-01-01";
const MAX_COUNT = Number.MAX_SAFE_INTEGER;
const count = integer(0, MAX_COUNT).optional();

/** Flows of the day, then stocks at its end. */
export const flowNumbers = ["shown", "granted", "declined", "dismissed", "withdrawn"] as const;
export const stockNumbers = ["inForce", "asked"] as const;
export const countNumbers = [...flowNumbers, ...stockNumbers] as const;
export type CountNumber = (typeof countNumbers)[number];

const source = slug.refine((value) => value !== EVENTS_SOURCE, {
  message: `a slug other than '${EVENTS_SOURCE}', which stands for what came in as events`,
  params: { code: "unknown_value" },
});

/** `tomorrow` is the latest day allowed, as YYYY-MM-DD in the reporting zone. */
function countDay(tomorrow: () => string) {
  return z.string().superRefine((value, context) => {
    const fault =
      parseDay(value) === null
        ? { code: "bad_format", message: "a date such as 2026-03-01" }
        : value < EARLIEST_DAY || value > tomorrow()
          ? { code: "out_of_range", message: "a day from 2000-01-01 to tomorrow" }
          : null;
    if (fault === null) return;
    context.addIssue({ code: "custom", message: fault.message, params: { code: fault.code } });
  });
}

export function countSchemas(tomorrow: () => string) {
  const key = {
    source,
    day: countDay(tomorrow),
    notice: noticeId.optional(),
    ...dimensionFields,
    generation: generation.optional(),
  };
  return {
    flows: z
      .object({
        ...key,
        purpose: slug,
        shown: count,
        granted: count,
        declined: count,
        dismissed: count,
        withdrawn: count,
        inForce: count,
        asked: count,
      })
      .superRefine(checkPair)
      .superRefine(checkNumbers),
    survey: z
      .object({
        ...key,
        purpose: slug.optional(),
        survey: slug,
        question: slug,
        scale: integer(2, 11).optional(),
        scores: z.array(integer(0, MAX_COUNT)).optional(),
      })
      .superRefine(checkPair)
      .superRefine(checkScores),
  };
}

export const countFields = (() => {
  const schemas = countSchemas(() => "");
  return {
    flows: new Set(Object.keys(schemas.flows.shape)),
    survey: new Set(Object.keys(schemas.survey.shape)),
  };
})();

type Numbers = { [Name in CountNumber]?: number | undefined };

function checkNumbers(record: Numbers, context: z.RefinementCtx): void {
  const { shown, granted = 0, declined = 0, inForce, asked } = record;
  const fault =
    shown !== undefined && granted + declined > shown
      ? {
          field: "shown",
          message: `granted + declined is ${granted + declined}, more than shown, ${shown}`,
        }
      : asked !== undefined && inForce !== undefined && inForce > asked
        ? { field: "inForce", message: `inForce is ${inForce}, more than asked, ${asked}` }
        : null;
  if (fault === null) return;
  const params = { code: "counts_disagree" };
  context.addIssue({ code: "custom", path: [fault.field], message: fault.message, params });
}

function checkScores(
  record: { scores?: number[] | undefined; scale?: number | undefined },
  context: z.RefinementCtx,
): void {
  const scale = record.scale ?? DEFAULT_SCALE;
  if (record.scores === undefined || record.scores.length === scale) return;
  context.addIssue({
    code: "custom",
    path: ["scores"],
    message: `one number for each of the ${scale} boxes of the scale`,
    params: { code: "bad_length" },
  });
}
