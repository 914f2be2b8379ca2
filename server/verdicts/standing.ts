/**
 * How trust stands, in one code: what people say against what they do, this period against the one before. It tells what
 * moved, not why; why is the business of a change's verdict.
 */
import type { Trend } from "#shared/contract/metric.ts";
import type { Standing } from "#shared/contract/overview.ts";

/** What people say, and what they do: the outcomes by which trust is told. */
const SAID = ["understanding", "trust"];
const DONE = ["opt_in_yield", "early_withdrawal_rate"];
export const outcomeMetrics: readonly string[] = [...SAID, ...DONE];

export interface OutcomeTrend {
  metric: string;
  trend: Trend;
}

/** `trends` of the outcome metrics; `empty` where the store holds nothing of this range. The first line that applies. */
export function standingOf(trends: readonly OutcomeTrend[], empty: boolean): Standing {
  const named = (trend: Trend): string[] =>
    trends.filter((one) => one.trend === trend).map(({ metric }) => metric);
  const better = named("better");
  const worse = named("worse");
  return { code: codeOf(trends, better, worse, empty), better, worse };
}

function codeOf(
  trends: readonly OutcomeTrend[],
  better: readonly string[],
  worse: readonly string[],
  empty: boolean,
): Standing["code"] {
  if (empty) return "no_data";
  const told = trends.filter(({ trend }) => trend !== "unknown").map(({ metric }) => metric);
  if (!told.some((metric) => SAID.includes(metric))) return "not_enough_data";
  if (better.includes("opt_in_yield") && worse.includes("understanding")) {
    return "opt_in_without_understanding";
  }
  if (better.some((metric) => SAID.includes(metric))) {
    return worse.length === 0 ? "growing" : "growing_at_a_price";
  }
  return worse.length > 0 ? "slipping" : "steady";
}
