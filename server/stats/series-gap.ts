/**
 * Mean gap between a series after a date and what its past would have led to, with errors that hold with few weeks.
 *
 * Formula: before the date, value = Σ b·x + u + e; e of known variance v (that of counting), u an AR(1): variance τ²,
 *   correlation ρ^weeks between weeks. For each ρ and τ of a grid (series-grid.ts): generalised least squares by Kalman's filter;
 *   the best linear forecast of the weeks after; gap G = Σ a (value − forecast); its variance V. Grid points are weighted by
 *   their restricted likelihood (REML) and prior; G is then a mixture of normals, whose mean is the effect, whose tails are p,
 *   and whose quantiles are the limits. That ρ and τ are not known, and that their best estimates are too small in short
 *   series, is so in the interval.
 * Units: those of the values. `t` counts weeks, ascending; gaps are allowed. a: in proportion to 1/(v + τ²) at the mean τ.
 * Null: where fewer weeks than regressors + 1, where x has no unique fit, and where nothing is left over at all.
 * Source: Harville 1977, JASA 72:320 (REML); Zellner & Tiao 1964, JASA 59:763 (averaging over ρ); de Jong 1991, Ann. Stat.
 *   19:1073 (filter with regressors); Gelman 2006, Bayesian Anal. 1:515 (half-Cauchy); Kenward & Roger 1997, Biometrics
 *   53:983 (why plugging in the best ρ overclaims).
 */
import { filterFit, type SeriesWeek } from "./ar1-filter.ts";
import { type Mixture, mixtureOf } from "./normal-mixture.ts";
import {
  type DrawnRegressors,
  NOTHING_DRAWN,
  type WeightedFit,
  weightedFits,
} from "./series-grid.ts";

export type SeriesGap = {
  /** Of the mean gap over the weeks after. */
  gap: Mixture;
  /** The mean of ρ under its restricted likelihood. */
  autocorrelation: number;
  /** The mean of τ likewise. */
  tau: number;
  /** Of the regressors, their means likewise. */
  coefficients: number[];
  /** What each week's value, of those before and then of those after, adds to the gap for one unit of it; by the likeliest ρ and τ. */
  weights: () => { before: number[]; after: number[] };
  /** Of each week after: the distribution of what would have been, as a gap to what was. */
  path: Mixture[];
};

/** `withPath`: also each week by itself, which costs as much again for each. */
export function seriesGap(
  before: readonly SeriesWeek[],
  after: readonly SeriesWeek[],
  withPath: boolean,
  drawn: DrawnRegressors = NOTHING_DRAWN,
): SeriesGap | null {
  const kept = after.length === 0 ? [] : weightedFits(before, drawn);
  if (kept.length === 0) return null;
  const tau = kept.reduce((sum, { weight, tau: own }) => sum + weight * own, 0);
  const precisions = after.map(({ variance }) => 1 / (variance + tau * tau));
  const precision = precisions.reduce((a, b) => a + b, 0);
  const shares = precisions.map((one) => one / precision);
  const gapOf = (own: readonly number[]) =>
    mixtureOf(kept.map((fit) => ({ weight: fit.weight, ...fit.gap(after, own) })));
  return {
    gap: gapOf(shares),
    autocorrelation: kept.reduce((sum, { weight, rho }) => sum + weight * rho, 0),
    tau,
    coefficients: (before[0]?.x ?? []).map((_, i) =>
      kept.reduce((sum, { weight, coefficients }) => sum + weight * (coefficients[i] ?? 0), 0),
    ),
    weights: () => ({ before: weightsBefore(before, after, shares, kept), after: shares }),
    path: withPath ? after.map((_, i) => gapOf(after.map((__, j) => (i === j ? 1 : 0)))) : [],
  };
}

/** The gap is linear in the values: what it is where one of them is 1, and all others 0. */
function weightsBefore(
  before: readonly SeriesWeek[],
  after: readonly SeriesWeek[],
  shares: readonly number[],
  fits: readonly WeightedFit[],
): number[] {
  const [first, ...others] = fits;
  if (first === undefined) return [];
  const { rho, tau, deviations } = others.reduce((a, b) => (b.weight > a.weight ? b : a), first);
  const still = (weeks: readonly SeriesWeek[]) => weeks.map((week) => ({ ...week, value: 0 }));
  const [zeros, none] = [still(before), still(after)];
  return zeros.map((week, i) => {
    const one = zeros.with(i, { ...week, value: 1 });
    return filterFit(one, rho, tau * tau, deviations)?.gap(none, shares).effect ?? 0;
  });
}
