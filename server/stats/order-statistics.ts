/**
 * Median of grouped values with exact limits, and the ratio of two medians.
 *
 * Formula: the median is the value of rank ⌈n/2⌉, the lower of two middle ones. Its limits are the
 * values of rank d and n + 1 − d, d = the a/2 quantile of Binomial(n, 1/2), a = 1 − confidence, so
 * they cover the median at least as often as the confidence says, whatever the distribution.
 * Ratio r = a/b; both intervals are combined on the log scale (MOVER):
 *   ln low = ln r − √((ln a − ln a.low)² + (ln b.high − ln b)²),
 *   ln high = ln r + √((ln a.high − ln a)² + (ln b − ln b.low)²).
 * Units: those of the values; the ratio has none. Values are 0 and up; so is the ratio.
 * Null: the median without values; its limits where n is too small (5 and fewer at 95 %); the ratio
 * where a median is 0 or missing; its limits where one of the four is missing, or where b.low is 0
 * (then nothing bounds it above).
 * Source: Hahn & Meeker 1991, Statistical Intervals, 5.2; Donner & Zou 2012, Stat. Methods Med.
 * Res. 21:347.
 */
import { fairCoinQuantile } from "./quantiles.ts";

/** How often a value occurs. In any order; a value may come more than once. */
export type GroupedValue = { value: number; count: number };

export type MedianInterval = {
  median: number | null;
  low: number | null;
  high: number | null;
  n: number;
};

export type RatioInterval = { ratio: number | null; low: number | null; high: number | null };

export function medianInterval(
  values: readonly GroupedValue[],
  confidence: number,
): MedianInterval {
  const sorted = values.toSorted((a, b) => a.value - b.value);
  const n = sorted.reduce((sum, { count }) => sum + count, 0);
  if (n === 0) return { median: null, low: null, high: null, n };
  const median = valueAtRank(sorted, Math.ceil(n / 2));
  const rank = fairCoinQuantile((1 - confidence) / 2, n);
  if (rank === 0) return { median, low: null, high: null, n };
  return { median, low: valueAtRank(sorted, rank), high: valueAtRank(sorted, n + 1 - rank), n };
}

export function ratioOfMedians(
  above: readonly GroupedValue[],
  below: readonly GroupedValue[],
  confidence: number,
): RatioInterval {
  return ratioOf(medianInterval(above, confidence), medianInterval(below, confidence));
}

export function ratioOf(a: MedianInterval, b: MedianInterval): RatioInterval {
  if (!a.median || !b.median) return { ratio: null, low: null, high: null };
  const ratio = a.median / b.median;
  if (a.low === null || a.high === null || b.high === null || !b.low) {
    return { ratio, low: null, high: null };
  }
  const down = Math.hypot(Math.log(a.median / a.low), Math.log(b.high / b.median));
  const up = Math.hypot(Math.log(a.high / a.median), Math.log(b.median / b.low));
  return { ratio, low: ratio * Math.exp(-down), high: ratio * Math.exp(up) };
}

/** Ranks count from 1. */
function valueAtRank(sorted: readonly GroupedValue[], rank: number): number | null {
  let passed = 0;
  for (const { value, count } of sorted) {
    passed += count;
    if (passed >= rank) return value;
  }
  return null;
}
