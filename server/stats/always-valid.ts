/**
 * Difference of two shares that may be looked at every day: asymptotic confidence sequence.
 *
 * Formula: d = pb − pa, V = pa(1 − pa)/na + pb(1 − pb)/nb, N = na + nb. Fixed in advance:
 *   ρ² = (−2 ln α + ln(−2 ln α + 1)) / planned N. At each look:
 *   limits = d ∓ √(V N) √(2(Nρ² + 1)/(Nρ)² · ln(√(Nρ² + 1)/α)), not clipped to −1…1;
 *   ln e = Nρ² d²/(2V(Nρ² + 1)) − ln(Nρ² + 1)/2; p = min(1, 1/e), which is <= α exactly where the
 *   limits exclude 0. The running p is the smallest so far; limits are not intersected.
 * Units: shares, variant minus control (b minus a); natural logarithms.
 * Null: all but a difference that exists where a group is empty or V = 0 (no variation); the
 * running p then stays (1 at first). `firstReject`: the first look with p <= α, from 0.
 * Asymptotic: not to be shown before some 100 people a group.
 * Source: Waudby-Smith, Arbour, Sinha, Kennedy & Ramdas 2024, Ann. Stat. (arXiv 2103.06476), eq. 9;
 * equal to the mixture SPRT of Johari et al. 2022, Oper. Res. 70:1806.
 */
import { differenceOfProducts } from "./products.ts";
import type { Counts } from "./two-proportion-test.ts";

export type Look = {
  difference: number | null;
  standardError: number | null;
  low: number | null;
  high: number | null;
  logEValue: number | null;
  pValue: number | null;
  runningPValue: number;
};

export type Sequence = { rho: number; looks: Look[]; firstReject: number | null };

/** `looks` are cumulative counts, in the order of time. */
export function alwaysValid(
  looks: readonly { a: Counts; b: Counts }[],
  alpha: number,
  tuningSampleSize: number,
): Sequence {
  const rhoSquared = rhoSquaredOf(alpha, tuningSampleSize);
  let runningPValue = 1;
  const answers = looks.map(({ a, b }) => {
    const look = lookAt(a, b, alpha, rhoSquared);
    runningPValue = Math.min(runningPValue, look.pValue ?? 1);
    return { ...look, runningPValue };
  });
  const first = answers.findIndex(({ pValue }) => pValue !== null && pValue <= alpha);
  return {
    rho: Math.sqrt(rhoSquared),
    looks: answers,
    firstReject: first === -1 ? null : first,
  };
}

/** To be fixed in advance, by what is planned: never by what is seen. */
export function rhoSquaredOf(alpha: number, tuningSampleSize: number): number {
  const cost = -2 * Math.log(alpha);
  return (cost + Math.log(cost + 1)) / tuningSampleSize;
}

/** How many standard errors the limits are from the difference, where N ρ² = `scaled`. */
export function reachOf(scaled: number, alpha: number): number {
  return Math.sqrt(2 * (1 + 1 / scaled) * (Math.log1p(scaled) / 2 - Math.log(alpha)));
}

/** ln e of a difference that is `z` standard errors from zero, where N ρ² = `scaled`. */
export function logEvidenceOf(scaled: number, z: number): number {
  return (z * z) / (2 * (1 + 1 / scaled)) - Math.log1p(scaled) / 2;
}

function lookAt(
  a: Counts,
  b: Counts,
  alpha: number,
  rhoSquared: number,
): Omit<Look, "runningPValue"> {
  const unknown = { low: null, high: null, logEValue: null, pValue: null };
  if (a.trials === 0 || b.trials === 0)
    return { difference: null, standardError: null, ...unknown };
  const apart = differenceOfProducts(b.successes, a.trials, a.successes, b.trials);
  const difference = apart / a.trials / b.trials;
  const variance = varianceOf(a) + varianceOf(b);
  if (variance === 0) return { difference, standardError: 0, ...unknown };
  const standardError = Math.sqrt(variance);
  const scaled = (a.trials + b.trials) * rhoSquared;
  const reach = standardError * reachOf(scaled, alpha);
  const logEValue = logEvidenceOf(scaled, difference / standardError);
  return {
    difference,
    standardError,
    low: difference - reach,
    high: difference + reach,
    logEValue,
    pValue: Math.min(1, Math.exp(-logEValue)),
  };
}

function varianceOf({ successes, trials }: Counts): number {
  return ((successes / trials) * ((trials - successes) / trials)) / trials;
}
