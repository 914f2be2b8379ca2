// The ratio of two median times, from the bins that are kept of them.

import { binOf, valueOfBin } from "#shared/duration-bins.ts";
import type { Random } from "../../seed/random.ts";
import { effortFigure } from "../../server/experiments/arm-figure.ts";
import { effortStanding } from "../../server/experiments/effort.ts";
import { difference } from "../../server/stats/difference.ts";
import type { Estimate } from "../../server/stats/estimate.ts";
import { type GroupedValue, ratioOfMedians } from "../../server/stats/order-statistics.ts";
import { type Interval, LEVEL, NONE, pairs } from "./interval.ts";

const MEDIAN_MS = 10_000;

/** Log-normal times in milliseconds. */
function times(random: Random, size: number, medianMs: number): GroupedValue[] {
  const bins = new Map<number, number>();
  for (let i = 0; i < size; i += 1) {
    const bin = binOf(Math.round(medianMs * Math.exp(random.normal())));
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  return [...bins].map(([bin, count]) => ({ value: valueOfBin(bin), count }));
}

function effortOf(random: Random, n: number, m: number, ratio: number): Estimate {
  const [out, into] = [times(random, n, MEDIAN_MS * ratio), times(random, m, MEDIAN_MS)];
  const { ratio: estimate, low, high } = ratioOfMedians(out, into, LEVEL);
  return { estimate, low, high };
}

const SIZES = [
  [6, 6],
  [15, 15],
  [20, 200],
  [1000, 1000],
] as const;

export const medianRatios: Interval = {
  key: "median_ratio",
  name: "Ratio of two medians (order statistics)",
  why: "Each median's limits cover at least 95 % whatever the distribution, with few values far more; their combination on the log scale keeps that, so this interval is on the wide side. Below 6 values on a side there are no limits. Times come from bins of 2.4 %, so where so many values are timed that the interval gets as narrow as a bin, the ratio is exact to the bins and no further, and its interval can miss the truth by as much.",
  settings: pairs(SIZES, [1, 2.3]).map(([[n, m], ratio]) => {
    const draw = (random: Random) => effortOf(random, n, m, ratio);
    return { size: `n = ${n}, ${m}`, world: `log-normal, ratio ${ratio}`, truth: ratio, draw };
  }),
};

export const medianRatioDifferences: Interval = {
  key: "median_ratio_difference",
  name: "Difference of two ratios of medians (MOVER)",
  why: "Made of the two intervals beside it, so it is on the wide side as they are.",
  settings: SIZES.map(([n, m]) => {
    const draw = (random: Random) =>
      difference(effortOf(random, n, m, 2), effortOf(random, n, m, 1)) ?? NONE;
    return { size: `n = ${n}, ${m} each`, world: "log-normal, ratios 2, 1", truth: 1, draw };
  }),
};

export const armMedianRatios: Interval = {
  key: null,
  name: "Ratio of two medians in an arm of an experiment",
  why: "Made from the width of the interval above, to both sides alike on the log scale, as arms are compared there.",
  settings: pairs(SIZES, [1, 2.3]).map(([[n, m], ratio]) => {
    const draw = (random: Random) =>
      effortFigure(
        effortStanding(times(random, n, MEDIAN_MS * ratio), times(random, m, MEDIAN_MS)),
      );
    return { size: `n = ${n}, ${m}`, world: `log-normal, ratio ${ratio}`, truth: ratio, draw };
  }),
};
