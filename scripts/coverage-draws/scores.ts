// Survey scores on a scale of 5: top-two shares and means, of one or of several answers a person.

import type { Random } from "../../seed/random.ts";
import { clusteredMean, clusteredShare } from "../../server/stats/clustered.ts";
import { difference } from "../../server/stats/difference.ts";
import type { Estimate } from "../../server/stats/estimate.ts";
import { meanInterval } from "../../server/stats/mean-interval.ts";
import { type Counted, countWith } from "./counted.ts";
import { type Interval, LEVEL, type Limits, NONE, pairs } from "./interval.ts";

const SCORES = {
  even: [1, 1, 1, 1, 1],
  leaning: [2, 5, 13, 40, 40],
  "almost all 5": [1, 1, 2, 6, 190],
} as const;

function moments(weights: readonly number[]): { mean: number; top: number } {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = weights.reduce((sum, weight, i) => sum + weight * (i + 1), 0) / total;
  return { mean, top: ((weights[3] ?? 0) + (weights[4] ?? 0)) / total };
}

function clipped({ low, high }: Limits): Limits {
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
    return { size: `n = ${n}`, world, truth: moments(weights).mean, draw };
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
    const truth = moments(SCORES[one]).mean - moments(SCORES[other]).mean;
    return { size: `n = ${n}, ${m}`, world: `${one}, ${other}`, truth, draw };
  }),
};

/** Three answers a person; each is the person's own score with chance 0.6, else a new one. */
function clusteredSums(
  random: Random,
  people: number,
  score: Counted,
  worth: (x: number) => number,
) {
  const sums = { n: 3 * people, sum: 0, sumOfSquares: 0 };
  const pairSums = { pairs: 3 * people, products: 0, sums: 0 };
  for (let person = 0; person < people; person += 1) {
    const own = worth(score(random));
    const [a, b, c] = [0, 1, 2].map(() => (random.chance(0.6) ? own : worth(score(random))));
    if (a === undefined || b === undefined || c === undefined) continue;
    sums.sum += a + b + c;
    sums.sumOfSquares += a * a + b * b + c * c;
    pairSums.products += a * b + a * c + b * c;
    pairSums.sums += 2 * (a + b + c);
  }
  return { sums, pairSums };
}

const PEOPLE = [5, 10, 50, 300] as const;

export const clusteredShares: Interval = {
  key: "clustered_share",
  name: "Top-two share, three answers a person",
  why: "Widened for the answers of one person, which resemble each other. The widening is estimated too, so few people, or rare answers that a handful of people carry, leave it short of 95 %.",
  shortFor: "shares of few people with several answers each",
  settings: pairs(PEOPLE, Object.entries(SCORES)).map(([people, [world, weights]]) => {
    const score = countWith(weights);
    const draw = (random: Random) => {
      const { sums, pairSums } = clusteredSums(random, people, score, (x) => (x >= 3 ? 1 : 0));
      return clusteredShare(sums.sum, sums.n, pairSums, LEVEL);
    };
    return { size: `${people} people`, world, truth: moments(weights).top, draw };
  }),
};

export const clusteredMeans: Interval = {
  key: "clustered_mean",
  name: "Mean score, three answers a person",
  why: "As the share above, by t with the people's degrees of freedom; short where almost all answers are the same, as any mean is.",
  shortFor: "means of several answers a person, almost all equal",
  settings: pairs(PEOPLE, Object.entries(SCORES)).map(([people, [world, weights]]) => {
    const score = countWith(weights);
    const draw = (random: Random) => {
      const { sums, pairSums } = clusteredSums(random, people, score, (x) => x + 1);
      return clipped(clusteredMean(sums, pairSums, LEVEL));
    };
    return { size: `${people} people`, world, truth: moments(weights).mean, draw };
  }),
};
