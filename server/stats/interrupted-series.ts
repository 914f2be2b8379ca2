/**
 * Interrupted time series: level and slope of one series before and after a day, Newey-West errors.
 *
 * Formula: value = intercept + preSlope · t + levelChange · post + slopeChange · (t − T0) · post,
 * post = 1 from T0 on, so the level changes at T0 itself. Weighted least squares, which is one line
 * before T0 and one after. Each coefficient is Σ of influences; with u_i = influence of row i ×
 * weight × residual, its variance = n/(n − 4) · (Σ u_i² + 2 Σ_l (1 − l/(lag + 1)) Σ_i u_i u_(i−l))
 * (Bartlett). t, p-value and limits with n − 4 degrees of freedom. Lags count rows, not weeks.
 * Units: those of the values, per unit of t for slopes. Rows without value or weight are left out.
 * Null: everything where a line is not determined (fewer than two days on a side); the inference
 * where n <= 4, and of a coefficient whose line fits its points exactly.
 * With 20 to 60 weeks these errors are too small: a diagnostic, not a verdict.
 * Source: Newey & West 1987, Econometrica 55:703; Wagner et al. 2002; Bernal et al. 2017, IJE 46.
 */
import { criticalT } from "./quantiles.ts";
import { twoSidedT } from "./tails.ts";

export type SeriesPoint = { t: number; value: number | null; weight: number };

export type Coefficient = {
  estimate: number;
  standardError: number | null;
  t: number | null;
  pValue: number | null;
  low: number | null;
  high: number | null;
};

export type InterruptedSeries = {
  observations: number;
  degreesOfFreedom: number | null;
  intercept: Coefficient | null;
  preSlope: Coefficient | null;
  levelChange: Coefficient | null;
  slopeChange: Coefficient | null;
};

type Row = { u: number; value: number; weight: number };
/** A coefficient, and by how much each row moves it. */
type Linear = { estimate: number; moves: number[] };

const ROUND_OFF = 1e-14;

export function interruptedSeries(
  series: readonly SeriesPoint[],
  interventionT: number,
  lag: number,
  confidence: number,
): InterruptedSeries {
  const rows = series
    .flatMap(({ t, value, weight }) =>
      value === null || weight === 0 ? [] : [{ u: t - interventionT, value, weight }],
    )
    .sort((a, b) => a.u - b.u);
  const before = fitLine(rows.filter(({ u }) => u < 0));
  const after = fitLine(rows.filter(({ u }) => u >= 0));
  const n = rows.length;
  if (!before || !after) {
    const none = { intercept: null, preSlope: null, levelChange: null, slopeChange: null };
    return { observations: n, degreesOfFreedom: null, ...none };
  }
  const degreesOfFreedom = n > 4 ? n - 4 : null;
  const infer = (linear: Linear) => inferred(linear, lag, confidence, degreesOfFreedom);
  // Rows before T0 come first, so the moves of both lines, one after the other, are in their order.
  const pad = ({ estimate, moves }: Linear) => ({
    estimate,
    moves: [...moves, ...Array.from({ length: n - moves.length }, () => 0)],
  });
  const change = (from: Linear, to: Linear) => ({
    estimate: to.estimate - from.estimate,
    moves: [...from.moves.map((move) => -move), ...to.moves],
  });
  return {
    observations: n,
    degreesOfFreedom,
    intercept: infer(pad(before.at(-interventionT))),
    preSlope: infer(pad(before.slope)),
    levelChange: infer(change(before.at(0), after.at(0))),
    slopeChange: infer(change(before.slope, after.slope)),
  };
}

function fitLine(rows: readonly Row[]): { slope: Linear; at: (u: number) => Linear } | null {
  const [first] = rows;
  if (!first || rows.every(({ u }) => u === first.u)) return null;
  const sum = (of: (row: Row) => number) => rows.reduce((total, row) => total + of(row), 0);
  const weight = sum((row) => row.weight);
  // From the first row on: a small residual of a large value keeps its digits.
  const meanU = sum((row) => row.weight * (row.u - first.u)) / weight;
  const meanValue = sum((row) => row.weight * (row.value - first.value)) / weight;
  const along = ({ u }: { u: number }) => u - first.u - meanU;
  const above = ({ value }: Row) => value - first.value - meanValue;
  const spread = sum((row) => row.weight * along(row) ** 2);
  const slope = sum((row) => row.weight * along(row) * above(row)) / spread;
  const largest = rows.reduce((most, { value }) => Math.max(most, Math.abs(value)), 0);
  const pulls = rows.map((row) => {
    const residual = above(row) - slope * along(row);
    return row.weight * (Math.abs(residual) <= ROUND_OFF * largest ? 0 : residual);
  });
  const tilts = rows.map((row, i) => (along(row) / spread) * (pulls[i] ?? 0));
  return {
    slope: { estimate: slope, moves: tilts },
    at: (u) => ({
      estimate: first.value + (meanValue + slope * along({ u })),
      moves: pulls.map((pull, i) => pull / weight + along({ u }) * (tilts[i] ?? 0)),
    }),
  };
}

function inferred(
  { estimate, moves }: Linear,
  lag: number,
  confidence: number,
  degreesOfFreedom: number | null,
): Coefficient {
  const standardError = Math.sqrt(longRunVariance(moves, lag));
  if (degreesOfFreedom === null || standardError === 0) {
    return { estimate, standardError: null, t: null, pValue: null, low: null, high: null };
  }
  const t = estimate / standardError;
  const reach = criticalT(confidence, degreesOfFreedom) * standardError;
  const pValue = twoSidedT(t, degreesOfFreedom);
  return { estimate, standardError, t, pValue, low: estimate - reach, high: estimate + reach };
}

function longRunVariance(moves: readonly number[], lag: number): number {
  const n = moves.length;
  let total = 0;
  for (let l = 0; l <= Math.min(lag, n - 1); l += 1) {
    let products = 0;
    for (let i = l; i < n; i += 1) products += (moves[i] ?? 0) * (moves[i - l] ?? 0);
    total += l === 0 ? products : 2 * (1 - l / (lag + 1)) * products;
  }
  return Math.max(0, (total * n) / (n - 4));
}
