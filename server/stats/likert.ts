/**
 * Summary of one survey question from the counts of its scores.
 *
 * Formula: mean ∓ t(n − 1) · s/√n (see mean-interval.ts); top two = share of the two highest scores
 * with its Wilson limits at the same confidence.
 * Units: scores 1, 2, …; the limits of the mean are not clipped to the scale. Shares 0…1.
 * Null: all but n without answers; spread and limits of the mean with one answer.
 * Source: Student 1908, Biometrika 6:1; Wilson 1927, JASA 22:209.
 */

import type { Estimate } from "./estimate.ts";
import { type MeanInterval, meanInterval } from "./mean-interval.ts";
import { wilson } from "./wilson.ts";

/** `counts[i]` answers of score i + 1. */
export function likert(
  counts: readonly number[],
  confidence: number,
): { n: number; mean: MeanInterval; topTwo: Estimate } {
  const n = counts.reduce((sum, count) => sum + count, 0);
  const total = (of: (score: bigint) => bigint) =>
    counts.reduce((sum, count, i) => sum + BigInt(count) * of(BigInt(i + 1)), 0n);
  const sum = total((score) => score);
  const sumOfSquares = total((score) => score * score);
  const top = counts.slice(-2).reduce((topTwo, count) => topTwo + count, 0);
  return {
    n,
    mean: meanInterval({ n, sum, sumOfSquares }, confidence),
    topTwo: wilson(top, n, confidence),
  };
}
