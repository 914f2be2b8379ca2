/** One arm's figure with its own interval, and two arms compared as if looked at once: what readers of other reports know. */
import type { Estimate } from "#shared/contract/metric.ts";
import { difference } from "../stats/difference.ts";
import { normalQuantile } from "../stats/quantiles.ts";
import { twoProportionTest } from "../stats/two-proportion-test.ts";
import { wilsonOfShares } from "../stats/wilson.ts";
import type { Standing } from "./standing.ts";

const CONFIDENCE = 0.95;

/** A share with Wilson's interval at the people that it comes to. */
export function shareFigure({ n, count, effective, value }: Standing): Estimate {
  if (value === null) return { n, count, value: null, low: null, high: null };
  const { low, high } = wilsonOfShares(value, (n - count) / n, effective, CONFIDENCE);
  return { n, count, value, low, high };
}

/** A ratio of medians, of which the standing keeps the logarithm. */
export function effortFigure({ n, count, value, variance }: Standing): Estimate {
  if (value === null || variance === null) return { n, count, value: null, low: null, high: null };
  const reach = normalQuantile((1 + CONFIDENCE) / 2) * Math.sqrt(variance);
  return {
    n,
    count,
    value: Math.exp(value),
    low: Math.exp(value - reach),
    high: Math.exp(value + reach),
  };
}

/** Newcombe's interval and the pooled z test of variant − control; null without data in both. */
export function lookedAtOnce(
  control: Standing,
  variant: Standing,
): { low: number; high: number; p: number | null } | null {
  const limits = ({ value, ...standing }: Standing) => {
    const { low, high } = shareFigure({ value, ...standing });
    return { estimate: value, low, high };
  };
  const apart = difference(limits(variant), limits(control));
  if (apart === null) return null;
  const { pValue } = twoProportionTest(countsOf(variant), countsOf(control));
  return { low: apart.low, high: apart.high, p: pValue };
}

function countsOf({ n, count, effective }: Standing) {
  return { trials: effective, successes: count * (effective / n) };
}
