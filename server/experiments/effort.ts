/**
 * How hard leaving is against joining, on the log scale, where arms can be compared by a difference.
 *
 * Formula: value = ln(median withdrawal / median grant), standard error = the log width of its 95 % limits / (2 · 1.96).
 * Units: natural logarithms of a ratio. Null: where a median or its limits are missing. `effective` counts withdrawals.
 */
import { type GroupedValue, ratioOfMedians } from "../stats/order-statistics.ts";
import { normalQuantile } from "../stats/quantiles.ts";
import type { Standing } from "./standing.ts";

const CONFIDENCE = 0.95;

export function effortStanding(
  exits: readonly GroupedValue[],
  grants: readonly GroupedValue[],
): Standing {
  const n = total(exits);
  const { ratio, low, high } = ratioOfMedians(exits, grants, CONFIDENCE);
  if (ratio === null || low === null || high === null) {
    return { n, count: total(grants), effective: n, value: null, variance: null };
  }
  const standardError = Math.log(high / low) / (2 * normalQuantile((1 + CONFIDENCE) / 2));
  const value = Math.log(ratio);
  return { n, count: total(grants), effective: n, value, variance: standardError ** 2 };
}

function total(values: readonly GroupedValue[]): number {
  return values.reduce((sum, { count }) => sum + count, 0);
}
