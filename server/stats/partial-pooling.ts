/**
 * Several estimates of one kind of effect, drawn towards their mean (empirical Bayes).
 *
 * Formula: k effects d with standard errors s; spread τ² of the true ones by moments, with w = 1/s²:
 *   τ² = max(0, (Σ w (d − d̄)² − (k − 1)) / (Σw − Σw²/Σw)); mean = Σ d/(s² + τ²) / Σ 1/(s² + τ²).
 *   Shrunken: d − B (d − mean), B = (k − 3)/(k − 1) · s²/(s² + τ²); its variance = s² (1 − (1 − h) B)
 *   + 2/(k − 3) · B² (s̄² + τ²)/(s² + τ²) · (d − mean)², h its share of the weights, s̄² the mean of s² by them: the last term
 *   is that the spread is itself estimated. (k − 3)/(k − 1) is the factor of James & Stein about an estimated mean.
 * Units: those of the effects; errors above 0. Limits at 95 %, normal.
 * Null: the mean without estimates; the shrunken ones of fewer than 4. The spread of one can't be told and is taken as 0.
 * Source: DerSimonian & Laird 1986, Controlled Clinical Trials 7:177 (spread); Morris 1983, JASA 78:47, section 5 (shrinking).
 */
import { criticalZ } from "./quantiles.ts";

const Z95 = criticalZ(0.95);

/** An effect and its standard error, which is above 0. */
export interface Measured {
  effect: number;
  se: number;
}

export interface Pooled {
  mean: number;
  /** Of the mean. */
  se: number;
  /** Variance of the true effects around the mean. */
  variance: number;
}

/** Null without estimates. With one, the spread can't be told and is taken as 0. */
export function pool(estimates: readonly Measured[]): Pooled | null {
  if (estimates.length === 0) return null;
  const variance = spreadOf(estimates);
  const { mean, weight } = weighted(estimates, variance);
  return { mean, se: Math.sqrt(1 / weight), variance };
}

/** The mean of some of the estimates, where the true effects of all are spread by `variance`. */
export function meanOf(estimates: readonly Measured[], variance: number): Measured {
  const { mean, weight } = weighted(estimates, variance);
  return { effect: mean, se: Math.sqrt(1 / weight) };
}

/** Each estimate drawn towards the mean of all, in their order; null for fewer than 4. */
export function shrink(estimates: readonly Measured[]): Measured[] | null {
  const k = estimates.length;
  const pooled = pool(estimates);
  if (k < 4 || pooled === null) return null;
  const { mean, variance } = pooled;
  const weights = estimates.map(({ se }) => 1 / (se ** 2 + variance));
  const total = sum(weights);
  const typical = sum(estimates.map(({ se }, i) => (weights[i] ?? 0) * se ** 2)) / total;
  return estimates.map(({ effect, se }) => {
    const own = se ** 2 + variance;
    const towards = ((k - 3) / (k - 1)) * (se ** 2 / own);
    const leverage = 1 / own / total;
    const unsure = (2 / (k - 3)) * towards ** 2 * ((typical + variance) / own);
    const spread = se ** 2 * (1 - (1 - leverage) * towards) + unsure * (effect - mean) ** 2;
    return { effect: effect - towards * (effect - mean), se: Math.sqrt(spread) };
  });
}

/** At 95 %. */
export function limitsOf({ effect, se }: Measured): { effect: number; low: number; high: number } {
  return { effect, low: effect - Z95 * se, high: effect + Z95 * se };
}

/** The standard error that a 95 % interval stands for. */
export function errorOf(low: number, high: number): number {
  return (high - low) / (2 * Z95);
}

function spreadOf(estimates: readonly Measured[]): number {
  const { mean } = weighted(estimates, 0);
  const weights = estimates.map(({ se }) => 1 / se ** 2);
  const q = sum(estimates.map(({ effect }, i) => (weights[i] ?? 0) * (effect - mean) ** 2));
  const scale = sum(weights) - sum(weights.map((w) => w ** 2)) / sum(weights);
  return scale > 0 ? Math.max(0, (q - (estimates.length - 1)) / scale) : 0;
}

function weighted(estimates: readonly Measured[], variance: number) {
  const weights = estimates.map(({ se }) => 1 / (se ** 2 + variance));
  const weight = sum(weights);
  return {
    weight,
    mean: sum(estimates.map(({ effect }, i) => (weights[i] ?? 0) * effect)) / weight,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
