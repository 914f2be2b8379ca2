// Mean survey scores on a scale of 5.

import type { Random } from "../../seed/random.ts";
import { difference } from "../../server/stats/difference.ts";
import type { Estimate } from "../../server/stats/estimate.ts";
import { meanInterval } from "../../server/stats/mean-interval.ts";
import { type Counted, countWith } from "./counted.ts";
import { type Interval, LEVEL, type Limits, NONE, pairs } from "./interval.ts";

export const SCORES = {
  even: [1, 1, 1, 1, 1],
  leaning: [2, 5, 13, 40, 40],
  "almost all 5": [1, 1, 2, 6, 190],
} as const;

export function meanOfScores(weights: readonly number[]): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + weight * (i + 1), 0) / total;
}

export function clipped({ low, high }: Limits): Limits {
  if (low === null || high === null) return NONE;
  return { low: Math.max(1, low), high: Math.min(5, high) };
}

function meanOf(random: Random, n: number, score: Counted): Estimate {
  const sums = { n, sum: 0, sumOfSquares: 0 };
  for (let i = 0; i < n; i += 1) {
    const x = score(random) + 1;
    sums.sum += x;
    sums.sumOfSquares += x * x;
  }
  const interval = meanInterval(sums, LEVEL);
  return { estimate: interval.mean, ...clipped(interval) };
}

export const means: Interval = {
  key: "mean",
  name: "Mean score (t, clipped to the scale)",
  why: "Student's t holds for scores that spread over the scale. Where almost all give the same score, small groups often see no other score at all, and their interval is a point beside the truth: only hundreds of answers mend that.",
  shortFor: "means of very few, or of almost equal answers",
  settings: pairs([3, 10, 50, 1000], Object.entries(SCORES)).map(([n, [world, weights]]) => {
    const score = countWith(weights);
    const draw = (random: Random) => meanOf(random, n, score);
    return { size: `n = ${n}`, world, truth: meanOfScores(weights), draw };
  }),
};

export const meanDifferences: Interval = {
  key: "mean_difference",
  name: "Difference of two mean scores (MOVER)",
  why: "Made of the two intervals beside it, clipped limits and all.",
  shortFor: "differences of such means",
  settings: pairs(
    [
      [10, 10],
      [10, 200],
      [50, 50],
      [1000, 1000],
    ] as const,
    [
      ["even", "even"],
      ["leaning", "even"],
      ["almost all 5", "almost all 5"],
    ] as const,
  ).map(([[n, m], [one, other]]) => {
    const [first, second] = [countWith(SCORES[one]), countWith(SCORES[other])];
    const draw = (random: Random) =>
      difference(meanOf(random, n, first), meanOf(random, m, second)) ?? NONE;
    const truth = meanOfScores(SCORES[one]) - meanOfScores(SCORES[other]);
    return { size: `n = ${n}, ${m}`, world: `${one}, ${other}`, truth, draw };
  }),
};
