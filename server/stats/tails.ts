/**
 * Tail probabilities of test statistics, each computed directly: never 1 − (something near 1).
 *
 * Formula: normal by erfc from @stdlib; t as the lower tail of Beta(df/2, 1/2) at df/(df + t²);
 * chi-square as the upper tail of Gamma(df/2) at x/2.
 * Units: probabilities. Range: any z and t, x >= 0, df > 0 (may be fractional).
 * Precision, relative: 1e-13 around the middle, losing with the logarithm of the probability.
 * Source: Abramowitz & Stegun 1964, 26.2.29, 26.4.19, 26.5.27.
 */
import erfc from "@stdlib/math-base-special-erfc";
import { betaTails } from "./beta-tails.ts";
import { gammaTails } from "./gamma-tails.ts";

/** The share of the normal distribution up to z. */
export function normalBelow(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

export function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
}

export function twoSidedNormal(z: number): number {
  return erfc(Math.abs(z) * Math.SQRT1_2);
}

export function twoSidedT(t: number, degreesOfFreedom: number): number {
  const logOdds = Math.log(degreesOfFreedom) - 2 * Math.log(Math.abs(t));
  return Math.exp(betaTails(degreesOfFreedom / 2, 0.5, logOdds).logLower);
}

export function chiSquareAbove(x: number, degreesOfFreedom: number): number {
  return Math.exp(gammaTails(degreesOfFreedom / 2, x / 2).logUpper);
}
