/** `GET overview`: each KPI now and before, by generation, and how trust stands in one line. */
import type { Benchmark } from "./benchmark.ts";
import type { Difference, Figure, Point, Trend, Unit } from "./metric.ts";

export interface Kpi {
  metric: string;
  unit: Unit;
  /** The direction of good: `up`, or `down` (withdrawals, effort). */
  better: "up" | "down";
  now: Figure;
  before: Figure;
  difference: Difference | null;
  /** Whether the interval of the difference leaves zero, and to which side. */
  trend: Trend;
  benchmark: Benchmark | null;
  /** By week over the range. */
  spark: Point[];
  byGeneration: { generation: string; now: Figure; before: Figure; trend: Trend }[];
}

export interface OverviewAnswer {
  from: string;
  to: string;
  compare: { from: string; to: string };
  asOf: string | null;
  dataVersion: number;
  k: number;
  confidence: number;
  /** The one source that these figures are of, and all that there are. */
  source: string | null;
  sources: string[];
  standing: Standing;
  kpis: Kpi[];
}

/**
 * How trust stands, as a code that the page puts into words: what people say (understanding, trust) against what they do
 * (opt-in yield, early withdrawal), now against the period before.
 */
export interface Standing {
  code:
    | "no_data"
    | "not_enough_data"
    | "growing"
    | "growing_at_a_price"
    | "opt_in_without_understanding"
    | "slipping"
    | "steady";
  /** The metrics that moved, by name. */
  better: string[];
  worse: string[];
}
