/**
 * Both tails of the gamma distribution with scale 1, each computed directly, in logarithms.
 *
 * Formula: P(s, x) = x^s e^−x / Γ(s + 1) · Σ x^k / ((s + 1) … (s + k)) below the shape,
 * Q(s, x) = x^s e^−x / Γ(s) / continued fraction above it; the other tail is the rest of 1.
 * Units: natural logarithms of probabilities; the density is per unit of ln x.
 * Range: s > 0; x >= 0. Time grows with the root of s.
 * Source: DLMF 8.11.4 and 8.9.2; Loader 2000 for the factor in front.
 */
import type { LogTails } from "./beta-tails.ts";
import { deviance, LOG_ROOT_TWO_PI, stirlingError } from "./deviance.ts";

const STEPS_AT_MOST = 50_000_000;

export function gammaTails(shape: number, x: number): LogTails {
  const logDensity =
    0.5 * Math.log(shape) - LOG_ROOT_TWO_PI - stirlingError(shape) - deviance(shape, x);
  if (x < shape + 1) {
    const logLower = Math.min(0, logDensity - Math.log(shape) + Math.log(series(shape, x)));
    return { logLower, logUpper: Math.log(-Math.expm1(logLower)), logDensity };
  }
  const logUpper = Math.min(0, logDensity - Math.log(continuedFraction(shape, x)));
  return { logLower: Math.log(-Math.expm1(logUpper)), logUpper, logDensity };
}

function series(shape: number, x: number): number {
  let sum = 1;
  for (let term = 1, k = 1; k < STEPS_AT_MOST; k += 1) {
    term *= x / (shape + k);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** By Lentz's method: from the front, until a step changes nothing any more. */
function continuedFraction(shape: number, x: number): number {
  let own = x + 1 - shape;
  let value = own;
  let above = own;
  let below = 0;
  for (let k = 1; k < STEPS_AT_MOST; k += 1) {
    const up = k * (shape - k);
    own += 2;
    below = 1 / (own + up * below);
    above = own + up / above;
    const step = above * below;
    value *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return value;
}
