// Three survey answers a person: top-two shares and means, and their differences.

import type { Random } from "../../seed/random.ts";
import { clusteredMean, clusteredShare } from "../../server/stats/clustered.ts";
import { difference } from "../../server/stats/difference.ts";
import type { Estimate } from "../../server/stats/estimate.ts";
import { type Counted, countWith } from "./counted.ts";
import { type Interval, LEVEL, NONE, pairs } from "./interval.ts";
import { clipped, meanOfScores, SCORES } from "./scores.ts";

/** Each answer is the person's own with chance 0.6, else a new one. */
function clusteredSums(random: Random, people: number, answer: Counted) {
  const sums = { n: 3 * people, sum: 0, sumOfSquares: 0 };
  const pairSums = { pairs: 3 * people, products: 0, sums: 0 };
  for (let person = 0; person < people; person += 1) {
    const own = answer(random);
    const [a, b, c] = [0, 1, 2].map(() => (random.chance(0.6) ? own : answer(random)));
    if (a === undefined || b === undefined || c === undefined) continue;
    sums.sum += a + b + c;
    sums.sumOfSquares += a * a + b * b + c * c;
    pairSums.products += a * b + a * c + b * c;
    pairSums.sums += 2 * (a + b + c);
  }
  return { sums, pairSums };
}

function shareOf(random: Random, people: number, yes: Counted): Estimate {
  const { sums, pairSums } = clusteredSums(random, people, yes);
  return clusteredShare(sums.sum, sums.n, pairSums, LEVEL);
}

function meanOf(random: Random, people: number, score: Counted): Estimate {
  const { sums, pairSums } = clusteredSums(random, people, score);
  const interval = clusteredMean(sums, pairSums, LEVEL);
  return { estimate: interval.mean, ...clipped(interval) };
}

const yesWith = (share: number) => countWith([1 - share, share]);
const scored = (weights: readonly number[]): Counted => {
  const box = countWith(weights);
  return (random) => box(random) + 1;
};

/** Of the people, how many are expected to say yes where the widened interval is about at its worst. */
const WORST_EXPECTED = 0.05;

export const clusteredShares: Interval = {
  key: "clustered_share",
  name: "Top-two share, three answers a person",
  why: "Widened for the answers of one person, which resemble each other. The widening is estimated too, so few people, or rare answers that a handful of people carry, leave it short of 95 %; and as Wilson's own it dips at shares so near to 0 and 1 that fewer than one person is expected there: `0.05 / people` is about the worst there is.",
  shortFor: "shares of few people, or near 0 or 1, with several answers each",
  settings: [5, 10, 20, 50, 300].flatMap((people) => {
    const worst = { share: WORST_EXPECTED / people, world: `share ${WORST_EXPECTED} / people` };
    const plain = [0.05, 0.4, 0.8, 0.95].map((p) => ({ share: p, world: `share ${p}` }));
    return [worst, ...plain].map(({ share, world }) => {
      const yes = yesWith(share);
      const draw = (random: Random) => shareOf(random, people, yes);
      return { size: `${people} people`, world, truth: share, draw };
    });
  }),
};

const TWO_GROUPS = [
  [10, 10],
  [10, 200],
  [50, 50],
  [300, 300],
] as const;

export const clusteredShareDifferences: Interval = {
  key: "clustered_share_difference",
  name: "Difference of two top-two shares, three answers a person (MOVER)",
  why: "Made of the two intervals beside it, and so as wide as they are.",
  shortFor: "their difference from a far larger group",
  settings: pairs(TWO_GROUPS, [
    [0.4, 0.4],
    [0.8, 0.6],
    [0.05, 0.05],
    [0.95, 0.9],
  ] as const).map(([[n, m], [p, q]]) => {
    const [first, second] = [yesWith(p), yesWith(q)];
    const draw = (random: Random) =>
      difference(shareOf(random, n, first), shareOf(random, m, second)) ?? NONE;
    return { size: `${n}, ${m} people`, world: `shares ${p}, ${q}`, truth: p - q, draw };
  }),
};

export const clusteredMeans: Interval = {
  key: "clustered_mean",
  name: "Mean score, three answers a person",
  why: "As the share above, by t with the people's degrees of freedom; short where almost all answers are the same, as any mean is.",
  shortFor: "means of several answers a person, almost all equal",
  settings: pairs([5, 10, 50, 300], Object.entries(SCORES)).map(([people, [world, weights]]) => {
    const score = scored(weights);
    const draw = (random: Random) => meanOf(random, people, score);
    return { size: `${people} people`, world, truth: meanOfScores(weights), draw };
  }),
};

export const clusteredMeanDifferences: Interval = {
  key: "clustered_mean_difference",
  name: "Difference of two mean scores, three answers a person (MOVER)",
  why: "Made of the two intervals beside it, clipped limits and all.",
  shortFor: "differences of such means",
  settings: pairs(TWO_GROUPS, [
    ["even", "even"],
    ["leaning", "even"],
    ["almost all 5", "almost all 5"],
  ] as const).map(([[n, m], [one, other]]) => {
    const [first, second] = [scored(SCORES[one]), scored(SCORES[other])];
    const draw = (random: Random) =>
      difference(meanOf(random, n, first), meanOf(random, m, second)) ?? NONE;
    const truth = meanOfScores(SCORES[one]) - meanOfScores(SCORES[other]);
    return { size: `${n}, ${m} people`, world: `${one}, ${other}`, truth, draw };
  }),
};
