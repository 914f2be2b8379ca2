/**
 * Both tails of the beta distribution, each computed directly, in logarithms.
 *
 * Formula: I_x(a, b) = x^a y^b / B(a, b) / continued fraction, y = 1 − x, on the side of the mean
 * where it converges quickly; the other tail is the rest of 1, and is the larger one.
 * The place is given by its log odds u = ln(x/y), so that x near 0 and x near 1 are equally exact.
 * Units: natural logarithms of probabilities; the density is per unit of u.
 * Range: a, b > 0 of any size; u from −Infinity to Infinity.
 * Precision: 1e-13 relative up to counts of 1e6, losing with the root of the counts, since u does.
 * Source: DLMF 8.17.22 (its even part, as in Boost Math's ibeta_fraction2); Loader 2000.
 */
import { deviance, LOG_ROOT_TWO_PI, stirlingError } from "./deviance.ts";

export type LogTails = { logLower: number; logUpper: number; logDensity: number };

const STEPS_AT_MOST = 50_000_000;

export function betaTails(a: number, b: number, logOdds: number): LogTails {
  const x = 1 / (1 + Math.exp(-logOdds));
  const y = 1 / (1 + Math.exp(logOdds));
  const logDensity = logBetaDensity(a, b, x, y);
  // Beyond the mean the mirror image is the side that converges.
  const mirrored = a * y < b * x;
  const fraction = mirrored ? continuedFraction(b, a, y, x) : continuedFraction(a, b, x, y);
  const direct = Math.min(0, logDensity - Math.log(fraction));
  const rest = Math.log(-Math.expm1(direct));
  return mirrored
    ? { logLower: rest, logUpper: direct, logDensity }
    : { logLower: direct, logUpper: rest, logDensity };
}

/** ln of x^a y^b / B(a, b). */
function logBetaDensity(a: number, b: number, x: number, y: number): number {
  const n = a + b;
  const errors = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const spread = 0.5 * (Math.log(a) + Math.log(b / n)) - LOG_ROOT_TWO_PI;
  return errors + spread - deviance(a, n * x) - deviance(b, n * y);
}

/** By Lentz's method: from the front, until a step changes nothing any more. */
function continuedFraction(a: number, b: number, x: number, y: number): number {
  const gap = a * y - b * x + 1;
  let value = (a * gap) / (a + 1);
  let above = value;
  let below = 0;
  for (let m = 1; m < STEPS_AT_MOST; m += 1) {
    const odd = a + 2 * m - 1;
    const up = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * (m * x) * ((b - m) * x);
    const own = m + (m * (b - m) * x) / odd + ((a + m) * (gap + m * (1 + y))) / (odd + 2);
    below = 1 / (own + up * below);
    above = own + up / above;
    const step = above * below;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}
