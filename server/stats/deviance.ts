/**
 * The two pieces that keep beta, gamma and binomial densities exact for any size of their counts.
 *
 * Formula: stirlingError(z) = ln Γ(z) − (z − 1/2) ln z + z − ln √2π, the rest of Stirling's formula:
 * its series from 16 on, below that the recurrence from above;
 * deviance(a, m) = a ln(a/m) + m − a, without cancellation where a and m are close.
 * A density written with them has no difference of large logarithms of gamma functions.
 * Range: z > 0, a > 0, m >= 0. Precision: 1e-15 absolute (stirlingError), relative (deviance).
 * Source: Loader 2000, Fast and Accurate Computation of Binomial Probabilities; DLMF 5.11.
 */

export const LOG_ROOT_TWO_PI = 0.9189385332046728;

const SERIES_FROM = 16;
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

export function stirlingError(z: number): number {
  let at = z;
  let passed = 0;
  for (; at < SERIES_FROM; at += 1) passed += (at + 0.5) * Math.log1p(1 / at) - 1;
  return passed + SERIES.reduceRight((sum, term) => sum / (at * at) + term, 0) / at;
}

export function deviance(a: number, m: number): number {
  const apart = (m - a) / a;
  if (Math.abs(apart) > 0.5) return a * Math.log(a / m) + m - a;
  return a * aboveLogarithm(apart);
}

/** r − ln(1 + r) for |r| <= 1/2, from ln(1 + r) = 2 artanh(s), s = r/(2 + r). */
function aboveLogarithm(r: number): number {
  const s = r / (2 + r);
  const s2 = s * s;
  let power = 1;
  let sum = 0;
  for (let odd = 3; ; odd += 2) {
    const before = sum;
    sum += power / odd;
    if (sum === before) return r * s - 2 * s * s2 * sum;
    power *= s2;
  }
}
