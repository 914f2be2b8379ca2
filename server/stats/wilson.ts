/**
 * Share with its Wilson score interval, without continuity correction.
 *
 * Formula: p = x/n, q = 1 − p, z the two-sided normal quantile, r = √(z²/n · (pq + z²/4n));
 *   low = p² / (p + z²/2n + r), high = (p + z²/2n + r) / (1 + z²/n).
 * That low is (p + z²/2n − r) / (1 + z²/n) without its cancellation.
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
  return wilsonOfShares(successes / trials, (trials - successes) / trials, trials, confidence);
}

/** For a share that is not a count out of the trials; `rest` is 1 − share, to all its digits. */
export function wilsonOfShares(
  share: number,
  rest: number,
  trials: number,
  confidence: number,
): Estimate {
  const z = criticalZ(confidence);
  const pull = (z * z) / trials;
  const reach = Math.sqrt(pull * (share * rest + pull / 4));
  const above = share + pull / 2 + reach;
  return {
    estimate: share,
    low: share === 0 ? 0 : (share * share) / above,
    high: rest === 0 ? 1 : above / (1 + pull),
  };
}
