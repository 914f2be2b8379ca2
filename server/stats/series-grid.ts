/**
 * Fits of a series with counting noise and an AR(1) on a grid of correlations and shocks, each with the weight that the weeks give it.
 *
 * Formula: weight = prior · restricted likelihood, over their sum. Priors: flat in ρ, half-Cauchy in τ around half of what plain
 *   least squares leaves over beyond counting (a tenth of the variance at least). Regressors whose height is not known either, such as waves of a season that the series is too short
 *   for, are drawn: their coefficients have mean 0 and standard deviation `relative` · height, heights a third line of the grid.
 * Units: `relative` · height in those of the coefficients. Heights' weights sum to 1.
 * Null (none): where fewer weeks than regressors + 1, where x has no unique fit, and where nothing is left over at all.
 * Source: Harville 1977, JASA 72:320; Zellner & Tiao 1964, JASA 59:763; Gelman 2006, Bayesian Anal. 1:515 (half-Cauchy).
 */
import { type FilteredFit, filterFit, filterWeeks, type SeriesWeek } from "./ar1-filter.ts";

/** The last regressors, and how high they may be: height 0 leaves them out. */
export type DrawnRegressors = {
  relative: readonly number[];
  heights: readonly { height: number; weight: number }[];
};

const RHOS = [-0.2, 0, 0.15, 0.3, 0.45, 0.58, 0.7, 0.8, 0.88, 0.95];
const TAUS = [0, 0.15, 0.3, 0.5, 0.7, 0.9, 1.15, 1.5, 2, 2.8];
/** Of what plain least squares leaves over: the middle of the shocks that are expected beforehand. */
const USUAL_SHOCK = 0.5;
const LEAST_BEYOND = 0.1;
const NOTHING = 1e-9;

export const NOTHING_DRAWN: DrawnRegressors = {
  relative: [],
  heights: [{ height: 0, weight: 1 }],
};

export type WeightedFit = FilteredFit & {
  rho: number;
  tau: number;
  weight: number;
  /** Standard deviations of the regressors that it draws; 0 of those that it leaves out. */
  deviations: readonly number[];
};

export function weightedFits(
  before: readonly SeriesWeek[],
  { relative, heights }: DrawnRegressors,
): WeightedFit[] {
  const flat = before.map((week) => ({
    ...week,
    x: week.x.slice(0, week.x.length - relative.length),
  }));
  const spread = residualSpread(flat);
  if (spread === null) return [];
  const usual = usualShock(flat, spread);
  const deviations = heights.map(({ height }) => relative.map((one) => one * height));
  const fits = fitsOver(before, spread, usual, (fit) =>
    heights.flatMap(({ weight }, i) => {
      const own = deviations[i] ?? [];
      const one = fit(own);
      return one === null ? [] : [{ ...one, weight, deviations: own }];
    }),
  );
  const most = fits.reduce((a, { logLikelihood }) => Math.max(a, logLikelihood), -Infinity);
  if (!Number.isFinite(most)) return [];
  const weighted = fits.map((fit) => ({
    ...fit,
    weight: fit.weight * Math.exp(fit.logLikelihood - most),
  }));
  const all = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return weighted
    .map((fit) => ({ ...fit, weight: fit.weight / all }))
    .filter(({ weight }) => weight > NOTHING);
}

type Fit = NonNullable<ReturnType<typeof filterWeeks>>;
type Drawn = FilteredFit & Pick<WeightedFit, "weight" | "deviations">;

function fitsOver(
  before: readonly SeriesWeek[],
  spread: number,
  usual: number,
  each: (fit: Fit) => readonly Drawn[],
): WeightedFit[] {
  return TAUS.flatMap((relative, i) => {
    const tau = relative * spread;
    const rhos = tau === 0 ? [0] : RHOS;
    return rhos.flatMap((rho, j) => {
      const fit = filterWeeks(before, rho, tau * tau);
      const widths = tau === 0 ? widthAt(RHOS, RHOS.length) : widthAt(RHOS, j);
      const prior = widths * widthAt(TAUS, i) * halfCauchy(relative / usual);
      if (fit === null) return [];
      return each(fit).map((one) => ({ ...one, rho, tau, weight: one.weight * prior }));
    });
  });
}

/** Small shocks are likelier than large ones; the tail is long, so that the weeks decide where there are enough. */
function halfCauchy(x: number): number {
  return 1 / (1 + x * x);
}

/** In spreads. What counting explains is no shock; of the variance that is left over, some always may be. */
function usualShock(before: readonly SeriesWeek[], spread: number): number {
  const counting = before.reduce((sum, { variance }) => sum + variance, 0) / before.length;
  const beyond = 1 - counting / (spread * spread);
  return USUAL_SHOCK * Math.sqrt(Math.max(LEAST_BEYOND, beyond));
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
