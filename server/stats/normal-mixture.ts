/**
 * A mixture of normal distributions: what is known of a figure when the variance behind it is itself not known.
 *
 * Formula: distribution F(z) = Σ w Φ((z − mean)/sd); two-sided p of a value = 2 min(F, 1 − F) there; limits at
 *   (1 ∓ confidence)/2 of F, by bisection.
 *   Its mean is Σ w mean, its variance Σ w (sd² + (mean − that)²).
 * Units: those of the means. Weights sum to 1, variances are above 0. Precision of the limits: 1e-7 of the spread.
 * Null: never.
 * Source: McLachlan & Peel 2000, Finite Mixture Models, 1.4; Hoeting, Madigan, Raftery & Volinsky 1999, Stat. Sci. 14:382 (averaging
 *   what several models say).
 */
import { normalBelow } from "./tails.ts";

export type Part = { weight: number; effect: number; variance: number };

export type Mixture = {
  effect: number;
  standardError: number;
  pValue: (of: number) => number;
  limits: (confidence: number) => { low: number; high: number };
};

const ROUNDS = 40;

export function mixtureOf(parts: readonly Part[]): Mixture {
  const mean = parts.reduce((sum, { weight, effect }) => sum + weight * effect, 0);
  const variance = parts.reduce(
    (sum, { weight, effect, variance: own }) => sum + weight * (own + (effect - mean) ** 2),
    0,
  );
  const errors = parts.map((part) => Math.sqrt(part.variance));
  const below = (z: number) =>
    parts.reduce(
      (sum, { weight, effect }, i) => sum + weight * normalBelow((z - effect) / (errors[i] ?? 1)),
      0,
    );
  const above = (z: number) =>
    parts.reduce(
      (sum, { weight, effect }, i) => sum + weight * normalBelow((effect - z) / (errors[i] ?? 1)),
      0,
    );
  const standardError = Math.sqrt(variance);
  const farthest = 12 * standardError;
  const quantile = (tail: (z: number) => number, side: 1 | -1, share: number) => {
    let [near, far] = [0, farthest];
    for (let round = 0; round < ROUNDS && far - near > 1e-7 * standardError; round += 1) {
      const middle = (near + far) / 2;
      if (tail(mean + side * middle) > share) near = middle;
      else far = middle;
    }
    return mean + (side * (near + far)) / 2;
  };
  return {
    effect: mean,
    standardError,
    pValue: (of) => Math.min(1, 2 * Math.min(below(of), above(of))),
    limits: (confidence) => ({
      low: quantile(below, -1, (1 - confidence) / 2),
      high: quantile(above, 1, (1 - confidence) / 2),
    }),
  };
}
