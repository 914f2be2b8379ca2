/**
 * Share with its Wilson score interval, without continuity correction.
 *
 * Formula: p = x/n, z the two-sided normal quantile;
 *   low, high = (p + z²/2n ∓ z √(p(1−p)/n + z²/4n²)) / (1 + z²/n).
 * Units: shares, 0…1. `low` is exactly 0 where x = 0, `high` exactly 1 where x = n. The middle of
 * the interval is not x/n: draw the point at `estimate`.
 * Null: all three where trials = 0 (no data is not a share of 0).
 * Trials may be fractional, as an effective sample size is.
 * Source: Wilson 1927, JASA 22:209; Newcombe 1998, Stat. Med. 17:857, method 3.
 */
import { type Estimate, notEstimable } from "./estimate.ts";
import { criticalZ } from "./quantiles.ts";

export function wilson(successes: number, trials: number, confidence: number): Estimate {
  if (trials === 0) return notEstimable;
  const share = successes / trials;
  const z = criticalZ(confidence);
  const z2 = z * z;
  const centre = share + z2 / (2 * trials);
  const reach = z * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  const scale = 1 + z2 / trials;
  return {
    estimate: share,
    low: successes === 0 ? 0 : (centre - reach) / scale,
    high: successes === trials ? 1 : (centre + reach) / scale,
  };
}
