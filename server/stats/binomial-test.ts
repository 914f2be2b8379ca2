/**
 * Exact two-sided binomial test by the minimum-likelihood rule.
 *
 * Formula: the sum of all P(k) with P(k) <= P(x)(1 + 1e-7), X ~ Binomial(n, p), at most 1. P rises
 * to its mode and falls after it, so these are two tails, whose ends are found by bisection.
 * Units: a probability. `odds` is p/(1 − p), which keeps the digits of a p near 0 or 1.
 * Null: never; n = 0 has p-value 1.
 * Source: R's binom.test, whose relative slack 1e-7 makes ties count as ties.
 */
import { betaTails } from "./beta-tails.ts";
import { deviance, stirlingError } from "./deviance.ts";

const TIES_WITHIN = Math.log1p(1e-7);

export function binomialTest(count: number, trials: number, odds: number): number {
  const p = odds / (1 + odds);
  const rest = 1 / (1 + odds);
  const logOf = (k: number) => logProbability(k, trials, p, rest);
  const limit = logOf(count) + TIES_WITHIN;
  const mode = Math.min(trials, Math.floor((trials + 1) * p));
  if (logOf(mode) <= limit) return 1;
  const logOdds = Math.log(odds);
  const lastLow = lastWhere(-1, mode, (k) => logOf(k) <= limit);
  const firstHigh = lastWhere(mode, trials + 1, (k) => logOf(k) > limit) + 1;
  // P(X <= k) is the upper tail of Beta(k + 1, n − k) at p, P(X >= k) the lower of Beta(k, n − k + 1).
  const low =
    lastLow < 0 ? 0 : Math.exp(betaTails(lastLow + 1, trials - lastLow, logOdds).logUpper);
  const high =
    firstHigh > trials
      ? 0
      : Math.exp(betaTails(firstHigh, trials - firstHigh + 1, logOdds).logLower);
  return Math.min(1, low + high);
}

/** The last whole number from `from` on, before `end`, up to which it holds; `from` itself is not asked. */
function lastWhere(from: number, end: number, holds: (k: number) => boolean): number {
  let last = from;
  let first = end;
  while (first - last > 1) {
    const middle = last + Math.floor((first - last) / 2);
    if (holds(middle)) last = middle;
    else first = middle;
  }
  return last;
}

/** ln P(k) in Loader's form, see deviance.ts. */
function logProbability(k: number, n: number, p: number, rest: number): number {
  if (k === 0) return -n * Math.log1p(p / rest);
  if (k === n) return -n * Math.log1p(rest / p);
  return (
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * rest) +
    0.5 * Math.log(n / (2 * Math.PI * k * (n - k)))
  );
}
