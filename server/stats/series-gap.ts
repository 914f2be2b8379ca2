/**
 * Mean gap between a series after a date and what its past would have led to, with errors that hold with few weeks.
 *
 * Formula: before the date, value = Σ b·x + u + e; e of known variance v (that of counting), u an AR(1): variance τ²,
 *   correlation ρ^weeks between weeks. For each ρ and τ of a grid: generalised least squares by Kalman's filter; the best
 *   linear forecast of the weeks after; gap G = Σ a (value − forecast); its variance V. Grid points are weighted by their
 *   restricted likelihood (REML), with priors flat in ρ and τ; G is then a mixture of normals, whose mean is the effect,
 *   whose tails are p, and whose quantiles are the limits. That ρ and τ are not known, and that their best estimates are too
 *   small in short series, is so in the interval.
 * Units: those of the values. `t` counts weeks, ascending; gaps are allowed. a: in proportion to 1/(v + τ²) at the mean τ.
 * Null: where fewer weeks than regressors + 1, where x has no unique fit, and where nothing is left over at all.
 * Source: Harville 1977, JASA 72:320 (REML); Zellner & Tiao 1964, JASA 59:763 (averaging over ρ); de Jong 1991, Ann. Stat.
 *   19:1073 (filter with regressors); Kenward & Roger 1997, Biometrics 53:983 (why plugging in the best ρ overclaims).
 */
import { type FilteredFit, filterFit, type SeriesWeek } from "./ar1-filter.ts";
import { type Mixture, mixtureOf } from "./normal-mixture.ts";

export type SeriesGap = {
  /** Of the mean gap over the weeks after. */
  gap: Mixture;
  /** The mean of ρ under its restricted likelihood. */
  autocorrelation: number;
  /** The mean of τ likewise. */
  tau: number;
  /** Of each week after: the distribution of what would have been, as a gap to what was. */
  path: Mixture[];
};

const RHOS = [-0.2, 0, 0.15, 0.3, 0.45, 0.58, 0.7, 0.8, 0.88, 0.95];
const TAUS = [0, 0.15, 0.3, 0.5, 0.7, 0.9, 1.15, 1.5, 2, 2.8];
const NOTHING = 1e-9;

/** `withPath`: also each week by itself, which costs as much again for each. */
export function seriesGap(
  before: readonly SeriesWeek[],
  after: readonly SeriesWeek[],
  withPath: boolean,
): SeriesGap | null {
  const spread = residualSpread(before);
  if (spread === null || after.length === 0) return null;
  const fits = fitsOver(before, spread);
  const most = Math.max(...fits.map(({ logLikelihood }) => logLikelihood));
  if (!Number.isFinite(most)) return null;
  const weighted = fits.map((fit) => ({
    fit,
    weight: fit.prior * Math.exp(fit.logLikelihood - most),
  }));
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const kept = weighted
    .map(({ fit, weight }) => ({ fit, weight: weight / all }))
    .filter(({ weight }) => weight > NOTHING);
  const tau = kept.reduce((sum, { fit, weight }) => sum + weight * fit.tau, 0);
  const precisions = after.map(({ variance }) => 1 / (variance + tau * tau));
  const precision = precisions.reduce((a, b) => a + b, 0);
  const gapOf = (shares: readonly number[]) =>
    mixtureOf(kept.map(({ fit, weight }) => ({ weight, ...fit.gap(after, shares) })));
  return {
    gap: gapOf(precisions.map((one) => one / precision)),
    autocorrelation: kept.reduce((sum, { fit, weight }) => sum + weight * fit.rho, 0),
    tau,
    path: withPath ? after.map((_, i) => gapOf(after.map((__, j) => (i === j ? 1 : 0)))) : [],
  };
}

type GridFit = FilteredFit & { rho: number; tau: number; prior: number };

function fitsOver(before: readonly SeriesWeek[], spread: number): GridFit[] {
  return TAUS.flatMap((relative, i) => {
    const tau = relative * spread;
    const rhos = tau === 0 ? [0] : RHOS;
    return rhos.flatMap((rho, j) => {
      const fit = filterFit(before, rho, tau * tau);
      const widths = tau === 0 ? widthAt(RHOS, RHOS.length) : widthAt(RHOS, j);
      return fit === null ? [] : [{ ...fit, rho, tau, prior: widths * widthAt(TAUS, i) }];
    });
  });
}

/** How much of the line a grid point stands for; past the end, of the whole line. */
function widthAt(grid: readonly number[], i: number): number {
  const [first = 0, last = 0] = [grid[0], grid.at(-1)];
  if (i === grid.length) return last - first;
  return ((grid[i + 1] ?? last) - (grid[i - 1] ?? first)) / 2;
}

/** Standard deviation of what plain least squares leaves over; null where it leaves nothing. */
function residualSpread(before: readonly SeriesWeek[]): number | null {
  const plain = filterFit(
    before.map((week) => ({ ...week, variance: 1 })),
    0,
    0,
  );
  if (plain === null) return null;
  const size = before.reduce((sum, { value }) => sum + value * value, 0);
  if (plain.rss <= 1e-24 * size) return null;
  return Math.sqrt(plain.rss / plain.free);
}
