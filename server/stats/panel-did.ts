/**
 * Difference in differences on a panel of cohorts and weeks, errors robust within cohorts.
 *
 * Formula: weighted least squares of successes/trials on cohort and week dummies and `treated`,
 * weights = trials. With d the residuals of `treated` on the dummies, y those of the rate, w:
 *   effect = Σ w d y / Σ w d²; e = y − effect · d; score of a cohort = Σ w e d over its rows;
 *   standard error = √(c Σ score²) / Σ w d², c = G/(G − 1) · (N − 1)/(N − K) (CR1);
 *   t and limits with G − 1 degrees of freedom. G cohorts and N rows with trials; K counts every
 *   coefficient: cohorts, weeks, constant, treated (Stata's xtreg leaves out the cohorts: smaller).
 * Units: shares (0.03 is three points). `treated`: an exposed cohort, after its start.
 * Null: everything where `treated` is a sum of cohort and week terms (all start at once, or no one
 * is left untreated); the inference where N <= K, G < 2, or the fit leaves no scores at all.
 * Fewer than about 10 cohorts, or one or two treated ones, make these errors too small.
 * Source: Bertrand, Duflo & Mullainathan 2004, QJE 119:249; Cameron & Miller 2015, J. Hum. Res. 50.
 */
import { criticalT } from "./quantiles.ts";
import { twoSidedT } from "./tails.ts";
import { type Cell, twoWay } from "./two-way.ts";

export type PanelCell = Cell & { treated: boolean; successes: number; trials: number };

export type PanelEffect = {
  effect: number | null;
  standardError: number | null;
  /** c, which the standard error has in it. */
  correction: number | null;
  degreesOfFreedom: number | null;
  t: number | null;
  pValue: number | null;
  low: number | null;
  high: number | null;
  observations: number;
  clusters: number;
};

const noInference = {
  standardError: null,
  correction: null,
  degreesOfFreedom: null,
  t: null,
  pValue: null,
  low: null,
  high: null,
};

/** What rounding leaves of a residual that is 0, of values around 1. */
const NOTHING = 1e-9;
const ROUND_OFF = 1e-13;

export function panelDid(panel: readonly PanelCell[], confidence: number): PanelEffect {
  const cells = panel.filter(({ trials }) => trials > 0);
  const treated = cells.map((cell) => (cell.treated ? 1 : 0));
  // Whether it is collinear does not depend on the weights, and shows best without them.
  const plain = twoWay(
    cells,
    cells.map(() => 1),
  );
  const sizes = { observations: cells.length, clusters: plain.cohorts };
  if (plain.residuals(treated).every((left) => Math.abs(left) < NOTHING)) {
    return { effect: null, ...noInference, ...sizes };
  }
  const weights = cells.map(({ trials }) => trials);
  const fit = twoWay(cells, weights);
  const d = fit.residuals(treated);
  const y = fit.residuals(cells.map(({ successes, trials }) => successes / trials));
  const weighted = d.map((left, i) => left * (weights[i] ?? 0));
  const information = dot(weighted, d);
  const effect = dot(weighted, y) / information;
  const free = sizes.observations - (fit.rank + 1);
  if (free <= 0 || sizes.clusters < 2) return { effect, ...noInference, ...sizes };
  const scores = Array.from({ length: sizes.clusters }, () => 0);
  for (const [i, cohort] of fit.cohortOf.entries()) {
    const score = (weighted[i] ?? 0) * ((y[i] ?? 0) - effect * (d[i] ?? 0));
    scores[cohort] = (scores[cohort] ?? 0) + score;
  }
  const degreesOfFreedom = sizes.clusters - 1;
  const factor = (sizes.clusters / degreesOfFreedom) * ((sizes.observations - 1) / free);
  const standardError = Math.sqrt(factor * dot(scores, scores)) / information;
  const size = weighted.reduce((sum, weight) => sum + Math.abs(weight), 0) / information;
  if (standardError <= ROUND_OFF * size) return { effect, ...noInference, ...sizes };
  const t = effect / standardError;
  const reach = criticalT(confidence, degreesOfFreedom) * standardError;
  return {
    effect,
    standardError,
    correction: factor,
    degreesOfFreedom,
    t,
    pValue: twoSidedT(t, degreesOfFreedom),
    low: effect - reach,
    high: effect + reach,
    ...sizes,
  };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
