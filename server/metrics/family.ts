/**
 * What a metric family is: which sums it needs, how they become one tally a group and bucket, and how a tally becomes a
 * figure. Pure: the sums are handed in.
 */
import type { CountNumber } from "#shared/contract/count.ts";
import type { Estimate, LeftOut } from "#shared/contract/metric.ts";
import type { Bucket } from "#shared/days.ts";
import type { MetricName } from "#shared/metric-list.ts";
import type { RestatementName } from "#shared/restatements.ts";
import type { CellField, FactKind } from "../fold/facts.ts";

/** What is asked of one metric over one range. Days are days since 1970, in the reporting zone. */
export interface Question {
  metric: MetricName;
  from: number;
  to: number;
  /** Nothing after it is looked at; null in an empty store. */
  asOf: number | null;
  confidence: number;
  /** `top_two` or `mean` of survey scores, `time` or `steps` of effort. */
  stat: "top_two" | "mean" | "time" | "steps" | null;
  /** Of `consent_retention`: days after the grant. */
  day: number;
  /** Of `survey_score`. */
  question: string | null;
  /** Of survey scores: the scale asked for. */
  scale: number | null;
  /** Of `opt_in_rate`: the system whose way of counting is asked for. */
  as?: RestatementName | null;
}

/** Facts of one kind to add up. */
export interface FactNeed {
  kind: FactKind;
  /** Whether this is the numerator, to which dimensions of closings apply, too. */
  numerator: boolean;
  /** Cell fields to tell apart beyond the dimensions asked for. */
  fields?: readonly CellField[];
  only?: { readonly [Field in CellField]?: readonly string[] };
  from: number;
  to: number;
  withEarlier?: boolean;
  /** Days matter only through their buckets: they may be given as their bucket's first. */
  perBucket?: boolean;
  withX?: boolean;
  belowX?: number;
  /** Of what lasts x days: only what has ended by this day, or only what has not. */
  endedBy?: number;
  openAfter?: number;
  /** Days do not matter at all. */
  wholeRange?: boolean;
  /** Of pairs of answers: only those that lie in one bucket, told as of one day. */
  bothWithin?: boolean;
}

/** Count records to take. */
export interface CountNeed {
  having: readonly (CountNumber | "scores")[];
  /** Of survey records: the question that they have to be about. */
  question?: string;
  from: number;
  to: number;
}

export interface FactRow {
  /** The group's values, `ANY` where the fact does not have the dimension. */
  group: readonly string[];
  /** The values of the need's `fields`. */
  fields: readonly string[];
  day: number;
  x: number;
  n: number;
}

export interface CountRow {
  group: readonly string[];
  /** The same with `ANY` for dimensions that only the numerator has. */
  denominatorGroup: readonly string[];
  /** Whether its withdrawals are among those asked for. */
  inNumerator: boolean;
  source: string;
  /** Tells records apart, beside their day. */
  key: string;
  day: number;
  numbers: { readonly [Name in CountNumber]?: number };
  scores: readonly number[] | null;
}

/** Stands for all values of a dimension that a denominator does not have. */
export const ANY = "*";

/** What is summed of one group in one bucket. */
export interface Tally {
  /** Additive numbers; what each means, the family says. */
  sums: number[];
  /** What the small-cell threshold looks at. */
  size: number;
  /** Whether there is anything to speak of. */
  known: boolean;
  /** Of medians: how often each x occurs, above and below the line. */
  spread?: readonly [ReadonlyMap<number, number>, ReadonlyMap<number, number>];
  /** Of weighted shares: the tally of each stratum of the population, in its order, and what is in none. */
  strata?: readonly Tally[];
  leftOut?: LeftOut;
}

/** Of each group, one tally a bucket; the last bucket is the whole range. */
export type Tallies = Map<string, Tally[]>;

/** A family's reading of the sums, its needs' rows in their order. */
export interface Sums {
  facts: readonly (readonly FactRow[])[];
  counts: readonly CountRow[];
}

export interface Family {
  /** Whether a group's buckets add up to its total. */
  additive: boolean;
  needs(question: Question): { facts: FactNeed[]; counts: CountNeed | null };
  tally(sums: Sums, buckets: readonly Bucket[], question: Question): Tallies;
  figure(tally: Tally, question: Question): Estimate;
}

export const noData: Estimate = { n: 0, count: 0, value: null, low: null, high: null };

export function groupKey(group: readonly string[]): string {
  return group.join("|");
}

export function groupValues(key: string): string[] {
  return key === "" ? [] : key.split("|");
}

/** A question over the part of the range in which a fact of its day can be looked at, `wait` days before the as-of day. */
export function readable(question: Question, wait = 0): { from: number; to: number } {
  const last = question.asOf === null ? question.from - 1 : question.asOf - wait;
  return { from: question.from, to: Math.min(question.to, last) };
}
