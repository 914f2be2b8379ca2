/**
 * A randomised change: the other arms against the control. The interval is that of two shares, widened where the gap moves more
 * from week to week than counting explains, and by answers of the same people. Looks that stop at a wish are not corrected for.
 *
 * Formula: gap g = p₁ − p₀ of the sums; variance = q (1/n₁ + 1/n₀) · φ · D, q = p(1 − p) of both; φ = Σ w (g_week − g)² / (q (W − 1)),
 *   w = 1/(1/n₁ + 1/n₀) of the week, at least 1; D the design effect given. t with W − 1 degrees of freedom.
 * Null: where an arm is empty, nobody or everybody said yes, or there are fewer than two weeks.
 */
import { criticalT } from "../stats/quantiles.ts";
import { twoSidedT } from "../stats/tails.ts";
import type { Estimated } from "./estimate.ts";
import type { ArmCell } from "./panel.ts";

type Sums = { n: number; sum: number };

export type ArmsEstimate = Estimated & { before: number; after: number; n: number };

export function armsEstimate(
  cells: readonly ArmCell[],
  control: string,
  designEffect: number,
): ArmsEstimate | null {
  const weeks = [...Map.groupBy(cells, ({ week }) => week).values()].map((own) =>
    arms(own, control),
  );
  const all = arms(cells, control);
  const share = (all.one.sum + all.zero.sum) / (all.one.n + all.zero.n);
  const q = share * (1 - share);
  const both = weeks.filter(({ one, zero }) => one.n > 0 && zero.n > 0);
  if (all.one.n === 0 || all.zero.n === 0 || !(q > 0) || both.length < 2) return null;
  const effect = gapOf(all);
  const degreesOfFreedom = both.length - 1;
  const dispersion =
    both.reduce((sum, week) => sum + (gapOf(week) - effect) ** 2 / inverse(week), 0) /
    (q * degreesOfFreedom);
  const standardError = Math.sqrt(q * inverse(all) * Math.max(1, dispersion) * designEffect);
  return {
    effect,
    standardError,
    p: twoSidedT(effect / standardError, degreesOfFreedom),
    limits: (confidence) => {
      const reach = criticalT(confidence, degreesOfFreedom) * standardError;
      return { low: effect - reach, high: effect + reach };
    },
    degreesOfFreedom,
    path: [],
    before: all.zero.sum / all.zero.n,
    after: all.one.sum / all.one.n,
    n: all.one.n,
  };
}

function arms(cells: readonly ArmCell[], control: string): { one: Sums; zero: Sums } {
  const total = (own: readonly ArmCell[]) =>
    own.reduce((sums, { n, sum }) => ({ n: sums.n + n, sum: sums.sum + sum }), { n: 0, sum: 0 });
  return {
    one: total(cells.filter(({ arm }) => arm !== control)),
    zero: total(cells.filter(({ arm }) => arm === control)),
  };
}

function gapOf({ one, zero }: { one: Sums; zero: Sums }): number {
  return one.sum / one.n - zero.sum / zero.n;
}

function inverse({ one, zero }: { one: Sums; zero: Sums }): number {
  return 1 / one.n + 1 / zero.n;
}
