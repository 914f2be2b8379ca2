/**
 * Two shares compared: pooled z test, sample size and power of it.
 *
 * Formula: p = (xa + xb)/(na + nb), z = (pa − pb) / √(p(1 − p)(1/na + 1/nb)), computed as
 *   z = (xa nb − xb na) √(N/(X (N − X) na nb)), N = na + nb, X = xa + xb; chi-square = z², 1 df;
 *   p-value two-sided normal, no continuity correction. With m = (pa + pb)/2 and equal groups:
 *   perGroup = ((z(1 − α/2) √(2m(1 − m)) + z(power) √(pa(1 − pa) + pb(1 − pb))) / (pa − pb))²,
 *   power = Φ((√n |pa − pb| − z(1 − α/2) √(2m(1 − m))) / √(pa(1 − pa) + pb(1 − pb))).
 * Units: z without; people per group, unrounded and rounded up; power 0…1, its far tail ignored.
 * Null: the test where a group is empty or nobody differs (X = 0 or N: no variation to test); the
 * sample size where pa = pb; the power where neither share has variation nor do they differ.
 * Source: Fleiss, Levin & Paik 2003, ch. 4; conventions of R's prop.test(correct = FALSE) and
 * power.prop.test(strict = FALSE).
 */
import { differenceOfProducts } from "./products.ts";
import { normalQuantile } from "./quantiles.ts";
import { normalBelow, twoSidedNormal } from "./tails.ts";

export type Counts = { successes: number; trials: number };

export type TwoProportionTest = {
  z: number | null;
  chiSquare: number | null;
  pValue: number | null;
};

/** z is positive where a's share is the higher one. */
export function twoProportionTest(a: Counts, b: Counts): TwoProportionTest {
  const all = a.trials + b.trials;
  const yes = a.successes + b.successes;
  const no = a.trials - a.successes + (b.trials - b.successes);
  if (a.trials === 0 || b.trials === 0 || yes === 0 || no === 0) {
    return { z: null, chiSquare: null, pValue: null };
  }
  const apart = differenceOfProducts(a.successes, b.trials, b.successes, a.trials);
  const z = (apart / Math.sqrt(a.trials * b.trials)) * Math.sqrt(all / (yes * no));
  return { z, chiSquare: z * z, pValue: twoSidedNormal(z) };
}

export function sampleSize(plan: { pA: number; pB: number; alpha: number; power: number }): {
  perGroup: number | null;
  perGroupCeil: number | null;
} {
  if (plan.pA === plan.pB) return { perGroup: null, perGroupCeil: null };
  const { pooled, separate } = deviations(plan.pA, plan.pB);
  const reach = criticalOf(plan.alpha) * pooled + normalQuantile(plan.power) * separate;
  const perGroup = (reach / (plan.pA - plan.pB)) ** 2;
  return { perGroup, perGroupCeil: Math.ceil(perGroup) };
}

export function power(plan: {
  pA: number;
  pB: number;
  alpha: number;
  perGroup: number;
}): number | null {
  const { pooled, separate } = deviations(plan.pA, plan.pB);
  const gap = Math.sqrt(plan.perGroup) * Math.abs(plan.pA - plan.pB);
  const z = (gap - criticalOf(plan.alpha) * pooled) / separate;
  return Number.isNaN(z) ? null : normalBelow(z);
}

/** The z that a two-sided test at level alpha has to pass. */
function criticalOf(alpha: number): number {
  return -normalQuantile(alpha / 2);
}

function deviations(pA: number, pB: number): { pooled: number; separate: number } {
  const mean = (pA + pB) / 2;
  return {
    pooled: Math.sqrt(2 * mean * (1 - mean)),
    separate: Math.sqrt(pA * (1 - pA) + pB * (1 - pB)),
  };
}
