/**
 * Quantiles of the distributions behind the intervals.
 *
 * Formula: inverse distribution functions, from @stdlib; chi-square above 1 500 degrees of freedom
 * by the Cornish-Fisher expansion, because the library's is wrong there (from 2 000 on its upper
 * half is off by up to one event, 1e-3 relative).
 * Range: p in (0, 1), degrees of freedom > 0, confidence in (0, 1); outside it NaN, which is a bug.
 * Precision, relative: better than 1e-12 for tails of 0.0005 and more, 1e-11 down to 1e-6.
 * Source: Goldberg & Levine 1946, Ann. Math. Stat. 17:216; Johnson, Kotz & Balakrishnan 1994,
 * Continuous Univariate Distributions 1, 18.5.
 */
import binomial from "@stdlib/stats-base-dists-binomial-quantile";
import chiSquare from "@stdlib/stats-base-dists-chisquare-quantile";
import normal from "@stdlib/stats-base-dists-normal-quantile";
import student from "@stdlib/stats-base-dists-t-quantile";

const EXPANSION_FROM = 1500;
const REMEMBERED_AT_MOST = 20_000;

const remembered = new Map<string, number>();

/** Chi-square, t and binomial cost up to 0.3 ms each, and a chart asks for the same ones again. */
function remember(key: string, compute: () => number): number {
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear();
  const quantile = compute();
  remembered.set(key, quantile);
  return quantile;
}

export function normalQuantile(p: number): number {
  return normal(p, 0, 1);
}

/** The z of a two-sided interval: 1.9599… for 0.95. */
export function criticalZ(confidence: number): number {
  return normalQuantile((1 + confidence) / 2);
}

/** The t of a two-sided interval. */
export function criticalT(confidence: number, degreesOfFreedom: number): number {
  return remember(`t ${confidence} ${degreesOfFreedom}`, () =>
    student((1 + confidence) / 2, degreesOfFreedom),
  );
}

export function chiSquareQuantile(p: number, degreesOfFreedom: number): number {
  if (degreesOfFreedom > EXPANSION_FROM) return chiSquareExpansion(p, degreesOfFreedom);
  return remember(`x ${p} ${degreesOfFreedom}`, () => chiSquare(p, degreesOfFreedom));
}

/** The smallest count that `trials` tosses of a fair coin reach or stay below with probability p. */
export function fairCoinQuantile(p: number, trials: number): number {
  return remember(`b ${p} ${trials}`, () => binomial(p, trials, 0.5));
}

function chiSquareExpansion(p: number, df: number): number {
  const z = normalQuantile(p);
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
