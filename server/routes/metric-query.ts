/** The query of a metric → what is asked, or a problem that names the parameter. */

import type { FieldProblem, ProblemCode } from "#shared/contract/errors.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { dimensionsOf, isMetricName, type MetricName, metricNames } from "#shared/metric-list.ts";
import { lacksDimension, restatementNames } from "#shared/restatements.ts";
import {
  builtInQuestions,
  type Dimension,
  dimensions,
  type Grain,
  generations,
  grains,
  methods,
  UNKNOWN,
} from "#shared/vocabulary.ts";
import type { CurveRequest } from "../figures/curve-figure.ts";
import type { Compare, MetricRequest } from "../figures/metric-figure.ts";
import type { Now } from "../figures/now.ts";
import type { ReconciliationRequest } from "../figures/reconciliation-figure.ts";
import type { Selection } from "../figures/selection.ts";
import { ApiError } from "../http/errors.ts";

export type Query = Readonly<Record<string, unknown>>;

const DEFAULT_DAYS = 90;
const DEFAULT_RETENTION_DAY = 30;
const DEFAULT_CONFIDENCE = 0.95;
const MAX_BUCKETS = 5000;
const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const rangeParameters = ["from", "to"];
const ownParameters = [
  ...rangeParameters,
  "grain",
  "by",
  "compare",
  "stat",
  "day",
  "confidence",
  "question",
  "scale",
  "as",
  "weights",
  "format",
];

/** Without dates, a question is about `asOf`, else `today`, and the 89 days before. */
export function parseMetricQuery(name: string, query: Query, now: Now): MetricRequest {
  if (!isMetricName(name)) {
    throw new ApiError(
      "unknown_metric",
      `there is no metric ${quote(name)}; there are ${metricNames.join(", ")}`,
    );
  }
  const selection = parseSelection(name, query, ownParameters);
  const range = parseRange(query, now);
  const grain = oneOf(query, "grain", grains) ?? "total";
  const compare = parseCompare(query);
  checkSize("grain", range, grain);
  if (typeof compare === "object" && compare !== null) checkSize("compare", compare, grain);
  const question: MetricRequest["question"] = {
    metric: name,
    ...range,
    asOf: now.asOf,
    confidence: parseConfidence(query),
    ...parseSpecifics(name, query),
  };
  checkRestatement(question, selection);
  return { ...selection, question, grain, compare };
}

/** What others report has the dimensions that their reports can have. */
function checkRestatement(
  { metric, as }: MetricRequest["question"],
  { by, filters }: Selection,
): void {
  if (!as) return;
  for (const name of dimensions) {
    if (!lacksDimension(as, name)) continue;
    if (by.includes(name)) throw notOfMetric(name, `${metric} as ${as}`, "by");
    if (filters[name] !== undefined) throw notOfMetric(name, `${metric} as ${as}`, name);
  }
}

/** A curve has no buckets, and nothing to compare with. */
export function parseCurveQuery(query: Query, now: Now): CurveRequest {
  const parameters = [...rangeParameters, "by", "day", "confidence", "format"];
  const metric = "consent_retention";
  const selection = parseSelection(metric, query, parameters);
  const question = {
    metric,
    ...parseRange(query, now),
    asOf: now.asOf,
    confidence: parseConfidence(query),
    ...parseSpecifics(metric, query),
  } as const;
  return { ...selection, question };
}

/** One range with filters; prompts have no method, and half of the systems count them. */
export function parseReconciliationQuery(query: Query, now: Now): ReconciliationRequest {
  const metric = "opt_in_rate";
  const { filters } = parseSelection(metric, query, [...rangeParameters, "confidence"]);
  if (filters.method !== undefined) throw notOfMetric("method", "the reconciliation", "method");
  const question = {
    metric,
    ...parseRange(query, now),
    asOf: now.asOf,
    confidence: parseConfidence(query),
    ...parseSpecifics(metric, {}),
  } as const;
  return { filters, question };
}

export function parseFormat(query: Query): "json" | "csv" {
  return oneOf(query, "format", ["json", "csv"]) ?? "json";
}

/** The scorecard takes a range, one to compare with (the period before), a confidence, and the dimensions that all metrics have. */
export function parseOverviewQuery(
  query: Query,
  now: Now,
): { from: number; to: number; compare: Compare; filters: Selection["filters"] } {
  const { filters } = parseSelection("opt_in_yield", query, [
    ...rangeParameters,
    "compare",
    "confidence",
  ]);
  const range = parseRange(query, now);
  checkSize("from", range, "week");
  return { ...range, compare: parseCompare(query) ?? "previous", filters };
}

export function parseConfidence(query: Query): number {
  return parseNumber(query, "confidence", 0.5, 0.9999, false) ?? DEFAULT_CONFIDENCE;
}

function parseRange(query: Query, { asOf, today }: Now): { from: number; to: number } {
  const given = { from: parseDate(query, "from"), to: parseDate(query, "to") };
  const to = given.to ?? Math.max(asOf ?? today, given.from ?? Number.NEGATIVE_INFINITY);
  const from = given.from ?? to - (DEFAULT_DAYS - 1);
  if (from > to) {
    const message = `from is ${formatDay(from)}, after to, ${formatDay(to)}`;
    throw fault("range_reversed", "from", message);
  }
  return { from, to };
}

/** `by` and filters, of the dimensions that the metric has. `others` are the parameters that are no filters. */
function parseSelection(metric: MetricName, query: Query, others: readonly string[]): Selection {
  const own = dimensionsOf(metric);
  for (const name of Object.keys(query)) {
    if (others.includes(name)) continue;
    if (!isDimension(name)) {
      throw fault(
        "unknown_parameter",
        name,
        `there is no parameter ${quote(name)}; there are ${[...others, ...dimensions].join(", ")}`,
      );
    }
    if (!own.includes(name)) throw notOfMetric(name, metric, name);
  }
  const by = others.includes("by") ? parseBy(query, metric, own) : [];
  const filters: Partial<Record<Dimension, readonly string[]>> = {};
  for (const name of own) {
    const values = list(query, name);
    if (values === null) continue;
    checkValues(name, values);
    filters[name] = values;
  }
  return { by, filters };
}

function parseBy(query: Query, metric: MetricName, own: readonly Dimension[]): Dimension[] {
  const by = list(query, "by") ?? [];
  if (by.length > 2) {
    throw fault(
      "invalid_request",
      "by",
      `by is ${quote(by.join(","))}, but takes one or two dimensions`,
    );
  }
  return by.map((name) => {
    if (!isDimension(name)) {
      throw fault(
        "unknown_dimension",
        "by",
        `there is no dimension ${quote(name)}; there are ${own.join(", ")}`,
      );
    }
    if (!own.includes(name)) throw notOfMetric(name, metric, "by");
    return name;
  });
}

function notOfMetric(dimension: string, metric: string, field: string): ApiError {
  return fault(
    "dimension_not_of_metric",
    field,
    `${metric} does not have the dimension ${dimension}`,
  );
}

function checkValues(name: Dimension, values: readonly string[]): void {
  const allowed: readonly string[] | null =
    name === "generation" ? generations : name === "method" ? [...methods, UNKNOWN] : null;
  const stray = allowed === null ? undefined : values.find((value) => !allowed.includes(value));
  if (stray !== undefined) {
    throw fault(
      "invalid_request",
      name,
      `${name} is ${quote(stray)}, but has to be one of ${allowed?.join(", ")}`,
    );
  }
}

function checkSize(field: string, { from, to }: { from: number; to: number }, grain: Grain): void {
  const days = to - from + 1;
  const daysPerBucket = { day: 1, week: 7, month: 28, total: days }[grain];
  if (days / daysPerBucket <= MAX_BUCKETS) return;
  throw fault(
    "too_many_points",
    field,
    `${days} days by ${grain} are more than ${MAX_BUCKETS} buckets; take a coarser grain`,
  );
}

type Specifics = Pick<MetricRequest["question"], "stat" | "day" | "question" | "scale" | "as">;

/** What only some metrics take. */
function parseSpecifics(metric: MetricName, query: Query): Specifics {
  const scored = [...builtInQuestions, "survey_score", "informed_opt_in_rate"].includes(metric);
  const only = (name: string, applies: boolean): void => {
    if (query[name] !== undefined && !applies) {
      throw fault("invalid_request", name, `${metric} does not take the parameter ${name}`);
    }
  };
  const effort = metric === "opt_out_effort";
  only("stat", scored || effort);
  only("day", metric === "consent_retention");
  only("question", metric === "survey_score");
  only("scale", scored);
  only("as", metric === "opt_in_rate");
  const question = single(query, "question");
  if (metric === "survey_score" && (question === null || !SLUG.test(question))) {
    throw fault(
      "invalid_request",
      "question",
      "survey_score needs the parameter question, a slug such as understanding",
    );
  }
  const stat = scored
    ? (oneOf(query, "stat", ["top_two", "mean"] as const) ?? "top_two")
    : effort
      ? (oneOf(query, "stat", ["time", "steps"] as const) ?? "time")
      : null;
  return {
    stat,
    day: parseNumber(query, "day", 0, 3650, true) ?? DEFAULT_RETENTION_DAY,
    question,
    scale: parseNumber(query, "scale", 2, 11, true),
    as: oneOf(query, "as", restatementNames),
  };
}

function parseCompare(query: Query): Compare | null {
  const text = single(query, "compare");
  if (text === null || text === "previous" || text === "year") return text;
  const [from = "", to = "", ...rest] = text.split("..");
  const range = { from: parseDay(from), to: rest.length === 0 ? parseDay(to) : null };
  if (range.from === null || range.to === null) {
    throw fault(
      "invalid_request",
      "compare",
      `compare is ${quote(text)}, but has to be previous, year or 2026-01-01..2026-03-31`,
    );
  }
  if (range.from > range.to) {
    throw fault(
      "range_reversed",
      "compare",
      `compare is ${quote(text)}, which ends before it starts`,
    );
  }
  return { from: range.from, to: range.to };
}

function parseDate(query: Query, name: string): number | null {
  const text = single(query, name);
  if (text === null) return null;
  const day = parseDay(text);
  if (day === null)
    throw fault(
      "invalid_request",
      name,
      `${name} is ${quote(text)}, but has to be a date such as 2026-03-01`,
    );
  return day;
}

function parseNumber(
  query: Query,
  name: string,
  min: number,
  max: number,
  whole: boolean,
): number | null {
  const text = single(query, name);
  if (text === null) return null;
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
  const kind = whole ? "a whole number" : "a number";
  throw fault(
    "invalid_request",
    name,
    `${name} is ${quote(text)}, but has to be ${kind} from ${min} to ${max}`,
  );
}

export function oneOf<Value extends string>(
  query: Query,
  name: string,
  values: readonly Value[],
): Value | null {
  const text = single(query, name);
  if (text === null) return null;
  const value = values.find((allowed) => allowed === text);
  if (value === undefined) {
    throw fault(
      "invalid_request",
      name,
      `${name} is ${quote(text)}, but has to be one of ${values.join(", ")}`,
    );
  }
  return value;
}

export function single(query: Query, name: string): string | null {
  const value = query[name];
  if (value === undefined) return null;
  if (typeof value === "string") return value;
  throw fault("invalid_request", name, `${name} is given more than once`);
}

/** "a,b" and repeated parameters are the same list. */
function list(query: Query, name: string): string[] | null {
  const value = query[name];
  if (value === undefined) return null;
  const parts = (Array.isArray(value) ? value : [value]).flatMap((part) => String(part).split(","));
  if (parts.some((part) => part === "")) {
    throw fault(
      "invalid_request",
      name,
      `${name} has an empty value; leave the parameter out for all`,
    );
  }
  return [...new Set(parts)];
}

function isDimension(name: string): name is Dimension {
  return dimensions.some((dimension) => dimension === name);
}

export function quote(text: string): string {
  return JSON.stringify(text.slice(0, 64));
}

export function fault(code: ProblemCode, field: string, message: string): ApiError {
  const problem: FieldProblem = { field, code, message };
  return new ApiError(code, message, [problem]);
}
