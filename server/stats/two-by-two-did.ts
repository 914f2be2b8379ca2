/**
 * Difference in differences of four shares: before and after, treated and control.
 *
 * Formula: effect = (treated after − before) − (control after − before);
 *   standard error = √Σ p(1 − p)/n over the four; z = effect/standard error, p-value two-sided
 *   normal; limits = effect ∓ z(confidence) · standard error.
 * Units: shares. The four are taken as independent binomials, and trends as parallel: neither can
 * be checked on four numbers.
 * Null: everything where one of the four has no trials; z and p-value where the error is 0 (then
 * both limits are the effect).
 * Source: Angrist & Pischke 2009, Mostly Harmless Econometrics, 5.2.
 */
import { criticalZ } from "./quantiles.ts";
import { twoSidedNormal } from "./tails.ts";
import type { Counts } from "./two-proportion-test.ts";

export type FourCells = {
  treatedBefore: Counts;
  treatedAfter: Counts;
  controlBefore: Counts;
  controlAfter: Counts;
};

export type TwoByTwoEffect = {
  effect: number | null;
  standardError: number | null;
  z: number | null;
  pValue: number | null;
  low: number | null;
  high: number | null;
};

export function twoByTwoDid(cells: FourCells, confidence: number): TwoByTwoEffect {
  const { treatedBefore, treatedAfter, controlBefore, controlAfter } = cells;
  const all = [treatedBefore, treatedAfter, controlBefore, controlAfter];
  if (all.some(({ trials }) => trials === 0)) {
    return { effect: null, standardError: null, z: null, pValue: null, low: null, high: null };
  }
  const rise = (before: Counts, after: Counts) =>
    after.successes / after.trials - before.successes / before.trials;
  const effect = rise(treatedBefore, treatedAfter) - rise(controlBefore, controlAfter);
  const standardError = Math.sqrt(all.reduce((sum, cell) => sum + varianceOf(cell), 0));
  if (standardError === 0) {
    return { effect, standardError, z: null, pValue: null, low: effect, high: effect };
  }
  const z = effect / standardError;
  const reach = criticalZ(confidence) * standardError;
  return {
    effect,
    standardError,
    z,
    pValue: twoSidedNormal(z),
    low: effect - reach,
    high: effect + reach,
  };
}

function varianceOf({ successes, trials }: Counts): number {
  return ((successes / trials) * ((trials - successes) / trials)) / trials;
}
