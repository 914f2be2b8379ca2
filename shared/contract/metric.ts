/** One metric answer: what `GET metrics/:metric` gives, and what every chart draws. */
import type { Restatement, RestatementName } from "../restatements.ts";
import type { Grain } from "../vocabulary.ts";

/** What stands under a figure. `value` is null without data; `low` and `high` where no interval is defined. */
export interface Estimate {
  /** The denominator: decisions, exposures, spells, answers, or consent-days. */
  n: number;
  /** The numerator; absent where the figure has none (means, `net_change`). */
  count?: number;
  value: number | null;
  low: number | null;
  high: number | null;
  /** Of `opt_out_effort`: the two medians, in ms or steps. */
  medianOut?: number | null;
  medianIn?: number | null;
  /** Of weighted shares: Kish's effective size, which the interval is of; null without a figure. */
  effectiveN?: number | null;
  /** Of weighted shares: how much of the population is in strata with data, 0 to 1. */
  coveredShare?: number;
  /** Of weighted shares: the strata of the population without data, by name, where there are any: then there is no figure. */
  missing?: string[];
  leftOut?: LeftOut;
  suppressed?: false;
}

/** Of weighted shares: facts that are not in n, since their generation or region is unknown, or in no stratum of the population. */
export interface LeftOut {
  /** Null where it is hidden as a small cell, or to keep one hidden. */
  unknown: number | null;
  outside: number | null;
}

/** A cell too small to show, or needed to keep one hidden. */
export interface Suppressed {
  suppressed: true;
}

export type Figure = Estimate | Suppressed;
export type Point = Figure & { start: string };

export interface Series {
  group: { [dimension: string]: string };
  points: Point[];
  total: Figure;
}

export type Unit = "share" | "per_1000_consent_days" | "count" | "ratio" | "score";

export interface MetricAnswer {
  metric: string;
  unit: Unit;
  from: string;
  to: string;
  grain: Grain;
  by: string[];
  /** The calendar day of the latest event or count record; null in an empty store. */
  asOf: string | null;
  dataVersion: number;
  k: number;
  confidence: number;
  /** Where the figure adds what came in as events and count records: `events` and the counts' own names. */
  sources: string[];
  /** Of survey scores: the scale that was taken, null without answers; scales are never pooled. */
  scale?: number | null;
  /** Of survey scores: `top_two` or `mean`; of effort: `time` or `steps`. */
  stat?: string;
  /** Of `consent_retention`: days after the grant. */
  day?: number;
  /** The population that shares are weighted to; `n` and `count` are then of its strata only. */
  weights?: { name: string; title: string; source: string };
  /** Of `opt_in_rate` with `as`: the system, and its definition in words. */
  as?: RestatementName;
  restatement?: Restatement;
  definition: string;
  series: Series[];
  compare?: { from: string; to: string; series: ComparedSeries[] };
}

/** A group in the period compared with, and how its total stands against it. */
export interface ComparedSeries extends Series {
  difference: Difference | null;
  trend: Trend;
}

/**
 * `now − before` of two totals; null where either is hidden or missing. The interval comes from those of both, and is null
 * for full counts, which have none.
 */
export interface Difference {
  value: number;
  low: number | null;
  high: number | null;
}

/** Whether the difference leaves zero, and to which side: `unclear` where its interval holds zero, `unknown` without one. */
export type Trend = "better" | "worse" | "unclear" | "unknown";

/** `GET metrics/consent_retention/curve`: the share still consenting on each day after the grant. */
export interface CurveAnswer {
  metric: "consent_retention";
  unit: "share";
  from: string;
  to: string;
  by: string[];
  asOf: string | null;
  dataVersion: number;
  k: number;
  confidence: number;
  definition: string;
  /** `n` spells granted in the range; `atRisk` those still followed on that day. */
  series: {
    group: { [dimension: string]: string };
    n: number | null;
    suppressed: boolean;
    points: CurvePoint[];
  }[];
}

export interface CurvePoint {
  day: number;
  atRisk: number;
  value: number | null;
  low: number | null;
  high: number | null;
}
