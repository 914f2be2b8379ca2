/**
 * Quantiles of the distributions behind the intervals.
 *
 * Formula: Newton's method on the logarithm of the tail asked for, which is concave (for gamma, so
 * chi-square and Poisson, and for beta, so t, F and binomial, on a logarithmic scale), so that it
 * converges from anywhere; gamma above a shape of 500 000 by the Cornish-Fisher expansion.
 * @stdlib's own are wrong in places: normal by 1e-9 at a tail of 1e-9 and infinite below 1e-17,
 * gamma and chi-square by 1e-2 from shapes of 1 000 on, beta by 1e-11 at counts of a million.
 * A tail is named by its side and its probability, because 1 − p has lost a small p.
 * Range: 0 < p < 1, shapes > 0, 0 < confidence < 1; outside it NaN, which is a bug.
 * Precision, relative: 1e-13 for shapes up to 1 000, 1e-12 to a million.
 * Source: Goldberg & Levine 1946, Ann. Math. Stat. 17:216; Johnson, Kotz & Balakrishnan 1994,
 * Continuous Univariate Distributions 1, 18.5 (the expansion).
 */
import binomial from "@stdlib/stats-base-dists-binomial-quantile";
import { betaTails, type LogTails } from "./beta-tails.ts";
import { gammaTails } from "./gamma-tails.ts";
import { normalBelow, normalDensity } from "./tails.ts";

export type Side = "lower" | "upper";

const EXPANSION_FROM = 500_000;
const ROUNDS_AT_MOST = 200;
const REMEMBERED_AT_MOST = 20_000;

const remembered = new Map<string, number>();

/** These cost from 2 µs to 1 ms each, and a chart asks for the same ones again. */
function remember(key: string, compute: () => number): number {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  const quantile = compute();
  remembered.set(key, quantile);
  return quantile;
}

/** From the nearer end: 1 − p is exact where p is above a half. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  let z = -Math.sqrt(-2 * Math.log(2 * p));
  for (let round = 0; round < ROUNDS_AT_MOST; round += 1) {
    const below = normalBelow(z);
    const step = (Math.log(p / below) * below) / normalDensity(z);
    z += step;
    if (Math.abs(step) < 1e-9) break;
  }
  return z;
}

/** The z of a two-sided interval: 1.9599… for 0.95. */
export function criticalZ(confidence: number): number {
  return remember(`z ${confidence}`, () => -normalQuantile((1 - confidence) / 2));
}

/** The t of a two-sided interval; degrees of freedom may be fractional. */
export function criticalT(confidence: number, degreesOfFreedom: number): number {
  const logOdds = betaLogOdds("lower", 1 - confidence, degreesOfFreedom / 2, 0.5);
  return Math.sqrt(degreesOfFreedom * Math.exp(-logOdds));
}

export function fQuantile(side: Side, p: number, above: number, below: number): number {
  return (below / above) * Math.exp(betaLogOdds(side, p, above / 2, below / 2));
}

/** ln(x/(1 − x)) of the place x that has probability p on its lower or upper side. */
export function betaLogOdds(side: Side, p: number, a: number, b: number): number {
  return remember(`b ${side} ${p} ${a} ${b}`, () =>
    solve(side, p, Math.log(a / b), 1 / a + 1 / b, (u) => betaTails(a, b, u)),
  );
}

/** Half a chi-square quantile with 2 · shape degrees of freedom. */
export function gammaQuantile(side: Side, p: number, shape: number): number {
  if (shape > EXPANSION_FROM) {
    const z = normalQuantile(p);
    return chiSquareExpansion(side === "lower" ? z : -z, 2 * shape) / 2;
  }
  return remember(`g ${side} ${p} ${shape}`, () =>
    Math.exp(solve(side, p, Math.log(shape), 1 / shape, (u) => gammaTails(shape, Math.exp(u)))),
  );
}

/** The smallest count that `trials` tosses of a fair coin reach or stay below with probability p. */
export function fairCoinQuantile(p: number, trials: number): number {
  return remember(`c ${p} ${trials}`, () => binomial(p, trials, 0.5));
}

function solve(
  side: Side,
  p: number,
  middle: number,
  variance: number,
  tailsAt: (u: number) => LogTails,
): number {
  if (p > 0.5) return solve(side === "lower" ? "upper" : "lower", 1 - p, middle, variance, tailsAt);
  const z = normalQuantile(p) * (side === "lower" ? 1 : -1);
  const farthest = 10 * (Math.sqrt(variance) + variance);
  let u = middle + z * Math.sqrt(variance);
  for (let round = 0; round < ROUNDS_AT_MOST; round += 1) {
    const { logLower, logUpper, logDensity } = tailsAt(u);
    const logTail = side === "lower" ? logLower : logUpper;
    const slope = Math.exp(logDensity - logTail) * (side === "lower" ? 1 : -1);
    const step = (Math.log(p) - logTail) / slope;
    u += Math.max(-farthest, Math.min(farthest, step));
    if (Math.abs(step) < 1e-11) break;
  }
  return u;
}

function chiSquareExpansion(z: number, df: number): number {
  const z2 = z * z;
  const z4 = z2 * z2;
  const z6 = z4 * z2;
  const root = Math.sqrt(2 * df);
  return (
    df +
    root * z +
    (2 / 3) * (z2 - 1) +
    (z * (z2 - 7)) / (9 * root) -
    (6 * z4 + 14 * z2 - 32) / (405 * df) +
    (z * (9 * z4 + 256 * z2 - 433)) / (4860 * df * root) +
    (12 * z6 - 243 * z4 - 923 * z2 + 1472) / (25_515 * df * df) -
    (z * (3753 * z6 + 4353 * z4 - 289_517 * z2 - 289_717)) / (9_185_400 * df * df * root)
  );
}
