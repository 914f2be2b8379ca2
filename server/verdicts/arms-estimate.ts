/**
 * A randomised change: the other arms against the control. The interval is that of two shares, widened where the gap moves more
 * from week to week than counting explains, and by answers of the same people. Looks that stop at a wish are not corrected for.
 *
 * Formula: gap g = p₁ − p₀ of the sums; variance of counting V = q (1/n₁ + 1/n₀) · D, q = p(1 − p) of both, D the design effect
 *   given; φ = Σ w (g_week − g)² / (q (W − 1)), w = 1/(1/n₁ + 1/n₀) of the week. Limits and p are the wider of normal ones with V,
 *   which is known, and of t with W − 1 degrees of freedom and V · φ, which is estimated.
 * Null: where an arm is empty, nobody or everybody said yes, or there are fewer than two weeks.
 */
import { criticalT, criticalZ } from "../stats/quantiles.ts";
import { twoSidedNormal, twoSidedT } from "../stats/tails.ts";
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
  const counted = Math.sqrt(q * inverse(all) * designEffect);
  const moving = counted * Math.sqrt(dispersion);
  return {
    effect,
    standardError: Math.max(counted, moving),
    p: Math.max(
      twoSidedNormal(effect / counted),
      moving > 0 ? twoSidedT(effect / moving, degreesOfFreedom) : 0,
    ),
    limits: (confidence) => {
      const reach = Math.max(
        criticalZ(confidence) * counted,
        criticalT(confidence, degreesOfFreedom) * moving,
      );
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
