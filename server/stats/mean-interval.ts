/**
 * Mean of whole-number scores with its t interval, from three sums.
 *
 * Formula: mean = Σx/n; s² = (n Σx² − (Σx)²) / (n (n − 1)); mean ∓ t(n − 1) · s/√n.
 * Units: those of the scores. The limits are not clipped to the scale: the caller knows the scale.
 * Null: everything where n = 0; all but the mean where n = 1 (one score has no spread).
 * Where all agree the interval is the point itself.
 * Source: Student 1908, Biometrika 6:1.
 */
import { criticalT } from "./quantiles.ts";

/** `sum` and `sumOfSquares` are whole numbers, as sums of scores are; bigint beyond 2^53. */
export type ScoreSums = { n: number; sum: number | bigint; sumOfSquares: number | bigint };

export type MeanInterval = {
  mean: number | null;
  standardDeviation: number | null;
  standardError: number | null;
  low: number | null;
  high: number | null;
};

export function meanInterval(
  { n, sum, sumOfSquares }: ScoreSums,
  confidence: number,
): MeanInterval {
  const mean = n === 0 ? null : Number(sum) / n;
  if (mean === null || n === 1) {
    return { mean, standardDeviation: null, standardError: null, low: null, high: null };
  }
  // In whole numbers, because in doubles this difference of two large products loses its digits.
  const spread = Number(BigInt(n) * BigInt(sumOfSquares) - BigInt(sum) ** 2n);
  const standardDeviation = Math.sqrt(spread / n / (n - 1));
  const standardError = standardDeviation / Math.sqrt(n);
  const reach = criticalT(confidence, n - 1) * standardError;
  return { mean, standardDeviation, standardError, low: mean - reach, high: mean + reach };
}
