/**
 * Rate of events over exposure with its exact Poisson (Garwood) interval.
 *
 * Formula: rate = per · x / T; with a = 1 − confidence,
 *   low = per · χ²(a/2; 2x) / 2T (0 where x = 0), high = per · χ²(1 − a/2; 2x + 2) / 2T.
 * Half a chi-square quantile with 2x degrees of freedom is the gamma quantile of shape x.
 * Units: events per `per` days of exposure (1 000 consent-days). Range: 0 and up; x a whole number.
 * At x = 0 the upper limit keeps a/2: the interval stays two-sided.
 * Null: all three where there is no exposure.
 * Source: Garwood 1936, Biometrika 28:437.
 */
import { type Estimate, notEstimable } from "./estimate.ts";
import { gammaQuantile } from "./quantiles.ts";

export function poissonRate(
  events: number,
  exposureDays: number,
  per: number,
  confidence: number,
): Estimate {
  if (exposureDays === 0) return notEstimable;
  const tail = (1 - confidence) / 2;
  const rateOf = (expected: number) => (per * expected) / exposureDays;
  return {
    estimate: rateOf(events),
    low: events === 0 ? 0 : rateOf(gammaQuantile("lower", tail, events)),
    high: rateOf(gammaQuantile("upper", tail, events + 1)),
  };
}
