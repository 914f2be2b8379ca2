/**
 * Regression with errors of two kinds, known counting noise and an AR(1), fitted in one pass over the weeks. Which regressors are
 * drawn, and how widely, is told after the pass: it is the same for all of them.
 *
 * Formula: value = Σ b·x + u + e, Var e = `variance` of the week, u an AR(1) with variance τ² and correlation ρ^gap. Kalman's
 *   filter with state u runs over the value and each regressor alike; its innovations, over their standard deviations, are
 *   independent, and least squares on them gives b, RSS and ln|V|. Restricted log-likelihood
 *   = −½ (ln|V| + ln|X'V⁻¹X| + RSS). A regressor whose coefficient is itself drawn, with mean 0 and a known standard deviation σ,
 *   counts as one more innovation: x/σ of a value of 0; ln σ² is added to ln|V|. With σ = 0 it is left out.
 *   Forecast of u at horizon h: ρ^h û at the last week. Gap Σ a (value − Σ b·x − ρ^h û); its variance: Σ a² v
 *   + (Σ a ρ^h)² P + τ² Σ_ij a_i a_j (ρ^|h_i − h_j| − ρ^(h_i + h_j)) + d'(X'V⁻¹X)⁻¹d, P the variance of û, d = Σ a (x − ρ^h û_x).
 * Units: those of the values. `t` ascending whole weeks; `drawn`: the σ of the last regressors, all above 0 or all 0.
 * Null: where fewer weeks than regressors + 1, or x has no unique fit, or a week would have no variance at all.
 * Source: de Jong 1991, Ann. Stat. 19:1073; Harvey 1989, Forecasting, structural time series models, 3.4.
 */

export type SeriesWeek = {
  t: number;
  value: number;
  /** Known variance of the value, beside what moves from week to week; 0 where none is known. */
  variance: number;
  /** The regressors: the same number of them in every week. */
  x: readonly number[];
};

export type FilteredFit = {
  logLikelihood: number;
  rss: number;
  /** Of the regressors, in their order; none of those left out. */
  coefficients: ArrayLike<number>;
  /** Weeks − regressors that are not drawn. */
  free: number;
  gap: (
    after: readonly SeriesWeek[],
    shares: readonly number[],
  ) => { effect: number; variance: number };
};

const NOTHING = 1e-11;

export function filterFit(
  before: readonly SeriesWeek[],
  rho: number,
  tau2: number,
  drawn: readonly number[] = [],
): FilteredFit | null {
  return filterWeeks(before, rho, tau2)?.(drawn) ?? null;
}

/** The pass over the weeks; what comes back fits them, for any `drawn`. */
export function filterWeeks(
  before: readonly SeriesWeek[],
  rho: number,
  tau2: number,
): ((drawn: readonly number[]) => FilteredFit | null) | null {
  const [first] = before;
  const last = before.at(-1);
  const columns = first?.x.length ?? 0;
  if (first === undefined || last === undefined) return null;
  // Column `columns` is the value. `state` is û before the week, then after it.
  const size = columns + 1;
  const gram = new Float64Array(size * size);
  const state = new Float64Array(size);
  const row = new Float64Array(size);
  let spread = tau2;
  let logVariance = 0;
  let previousT = first.t;
  for (const { t, value, variance, x } of before) {
    const carry = t === previousT ? 1 : power(rho, t - previousT);
    if (t !== previousT) spread = carry * carry * spread + tau2 * (1 - carry * carry);
    const total = spread + variance;
    if (!(total > 0)) return null;
    const gain = spread / total;
    const scale = 1 / Math.sqrt(total);
    logVariance += Math.log(total);
    for (let i = 0; i < size; i += 1) {
      const predicted = carry * (state[i] ?? 0);
      const innovation = (i === columns ? value : (x[i] ?? 0)) - predicted;
      state[i] = predicted + gain * innovation;
      row[i] = innovation * scale;
    }
    for (let i = 0; i < size; i += 1) {
      const left = row[i] ?? 0;
      for (let j = 0; j <= i; j += 1) {
        gram[i * size + j] = (gram[i * size + j] ?? 0) + left * (row[j] ?? 0);
      }
    }
    spread *= 1 - gain;
    previousT = t;
  }
  const pass = { gram, state, spread, logVariance, weeks: before.length, lastT: last.t };
  return (drawn) => fitted(pass, rho, tau2, drawn);
}

type Pass = {
  /** Of the innovations of regressors and value, lower half by rows. */
  gram: Float64Array;
  /** û of each of them at the last week, and its variance. */
  state: Float64Array;
  spread: number;
  logVariance: number;
  weeks: number;
  lastT: number;
};

function fitted(pass: Pass, rho: number, tau2: number, drawn: readonly number[]) {
  const columns = pass.state.length - 1;
  const used = drawn.filter((deviation) => deviation > 0);
  const k = columns - drawn.length + used.length;
  const free = pass.weeks - k + used.length;
  if (free < 1) return null;
  const { gram, state } = without(pass, columns - k);
  let { logVariance } = pass;
  for (const [i, deviation] of used.entries()) {
    const place = k - used.length + i;
    const at = place * (k + 1) + place;
    gram[at] = (gram[at] ?? 0) + 1 / (deviation * deviation);
    logVariance += 2 * Math.log(deviation);
  }
  // The factor's last row is that of the value: its diagonal is √RSS.
  const factor = cholesky(gram, k + 1);
  if (factor === null) return null;
  const b = backward(factor, k);
  const root = factor[k * (k + 1) + k] ?? 0;
  let logDeterminant = logVariance;
  for (let i = 0; i < k; i += 1) logDeterminant += 2 * Math.log(factor[i * (k + 1) + i] ?? 1);
  const rss = root * root;
  const left = (state[k] ?? 0) - dot(b, state);
  return {
    logLikelihood: -0.5 * (logDeterminant + rss),
    rss,
    coefficients: b,
    free,
    gap(after: readonly SeriesWeek[], shares: readonly number[]) {
      const away = new Float64Array(k);
      let [effect, noise, moving, carried, pending, at] = [0, 0, 0, 0, 0, pass.lastT];
      for (const [i, { t, value, variance, x }] of after.entries()) {
        const share = shares[i] ?? 0;
        const kept = power(rho, t - pass.lastT);
        effect += share * (value - dot(b, x) - kept * left);
        for (let j = 0; j < k; j += 1) {
          away[j] = (away[j] ?? 0) + share * ((x[j] ?? 0) - kept * (state[j] ?? 0));
        }
        noise += share * share * variance;
        pending *= power(rho, t - at);
        moving += share * share + 2 * share * pending;
        pending += share;
        carried += share * kept;
        at = t;
      }
      const ofFit = squaredNorm(forward(factor, away, k));
      const ofState = carried * carried * pass.spread;
      return {
        effect,
        variance: noise + ofState + tau2 * Math.max(0, moving - carried * carried) + ofFit,
      };
    },
  };
}

/** As if the last `fewer` regressors had never been there; always a copy. */
function without({ gram, state }: Pass, fewer: number): Pick<Pass, "gram" | "state"> {
  const size = state.length;
  const columns = [...state.keys()].filter((i) => i < size - 1 - fewer || i === size - 1);
  const kept = new Float64Array(columns.length * columns.length);
  for (const [i, from] of columns.entries()) {
    for (let j = 0; j <= i; j += 1) {
      kept[i * columns.length + j] = gram[from * size + (columns[j] ?? 0)] ?? 0;
    }
  }
  return { gram: kept, state: Float64Array.from(columns, (i) => state[i] ?? 0) };
}

function power(rho: number, gap: number): number {
  return gap === 1 ? rho : rho ** gap;
}

function dot(b: Float64Array, x: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < b.length; i += 1) sum += (b[i] ?? 0) * (x[i] ?? 0);
  return sum;
}

function squaredNorm(v: Float64Array): number {
  return v.reduce((sum, value) => sum + value * value, 0);
}

/** Lower factor by rows of a size × size matrix; null where a regressor is a sum of others. The last may be. */
function cholesky(gram: Float64Array, size: number): Float64Array | null {
  const factor = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = gram[i * size + j] ?? 0;
      for (let m = 0; m < j; m += 1) {
        sum -= (factor[i * size + m] ?? 0) * (factor[j * size + m] ?? 0);
      }
      if (i !== j) factor[i * size + j] = sum / (factor[j * size + j] ?? 1);
      else if (i === size - 1) factor[i * size + i] = Math.sqrt(Math.max(0, sum));
      else if (sum <= NOTHING * (gram[i * size + i] ?? 0)) return null;
      else factor[i * size + i] = Math.sqrt(sum);
    }
  }
  return factor;
}

/** Solves factor · z = v for the regressors. */
function forward(factor: Float64Array, v: Float64Array, k: number): Float64Array {
  const z = new Float64Array(k);
  for (let i = 0; i < k; i += 1) {
    let sum = v[i] ?? 0;
    for (let m = 0; m < i; m += 1) sum -= (factor[i * (k + 1) + m] ?? 0) * (z[m] ?? 0);
    z[i] = sum / (factor[i * (k + 1) + i] ?? 1);
  }
  return z;
}

/** The coefficients: the factor's last row holds the value's projections. */
function backward(factor: Float64Array, k: number): Float64Array {
  const b = new Float64Array(k);
  for (let i = k - 1; i >= 0; i -= 1) {
    let sum = factor[k * (k + 1) + i] ?? 0;
    for (let m = i + 1; m < k; m += 1) sum -= (factor[m * (k + 1) + i] ?? 0) * (b[m] ?? 0);
    b[i] = sum / (factor[i * (k + 1) + i] ?? 1);
  }
  return b;
}
