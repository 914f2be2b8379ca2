// Shares weighted to a population of three groups, and their differences.

import type { Random } from "../../seed/random.ts";
import { difference } from "../../server/stats/difference.ts";
import type { Estimate } from "../../server/stats/estimate.ts";
import { postStratify } from "../../server/stats/post-stratification.ts";
import { binomial } from "./counted.ts";
import { type Interval, LEVEL, NONE, pairs } from "./interval.ts";

type Strata = readonly [number, number, number];

const POPULATION: Strata = [0.5, 0.3, 0.2];

function drawn(sizes: Strata, chances: Strata): (random: Random) => Estimate {
  const strata = POPULATION.map((populationCount, h) => {
    const sampleCount = sizes[h] ?? 0;
    return { populationCount, sampleCount, count: binomial(sampleCount, chances[h] ?? 0) };
  });
  return (random) =>
    postStratify(
      strata.map(({ count, ...stratum }) => ({ ...stratum, successes: count(random) })),
      LEVEL,
    );
}

function truthOf(chances: Strata): number {
  return POPULATION.reduce((sum, part, h) => sum + part * (chances[h] ?? 0), 0);
}

/** Answers in each stratum. */
const SIZES: Strata[] = [
  [50, 30, 20],
  [10, 6, 4],
  [5, 60, 60],
  [2, 20, 20],
  [200, 900, 1500],
];

export const weighted: Interval = {
  key: "weighted_share",
  name: "Share weighted to a population (Wilson at the effective size)",
  why: "Strata of this many answers stand for 50, 30 and 20 % of the population. One effective size stands for all strata. Where they differ in their shares that is on the careful side, since the gain of the strata is not taken. It falls short where the stratum with the most weight per answer is also the one whose answers vary most (here 90 % beside 98 % and 99 %), and more answers do not mend that.",
  shortFor: "weighted shares, where the group weighted up most also varies most",
  settings: pairs<Strata, Strata>(SIZES, [
    [0.3, 0.6, 0.85],
    [0.01, 0.05, 0.1],
    [0.9, 0.98, 0.99],
  ]).map(([sizes, chances]) => ({
    size: `strata of ${sizes.join(", ")}`,
    world: `shares ${chances.join(", ")}`,
    truth: truthOf(chances),
    draw: drawn(sizes, chances),
  })),
};

function spreadAsPopulation(all: number): Strata {
  const [a, b, c] = POPULATION;
  return [Math.round(a * all), Math.round(b * all), Math.round(c * all)];
}

const TIMES_AS_MANY = 20;

export const weightedDifferences: Interval = {
  key: "weighted_share_difference",
  name: "Difference of two weighted shares (MOVER)",
  why: `Of a share in strata as in the line, and of one of ${TIMES_AS_MANY} times as many answers that are spread as the population is. Made of the two intervals beside it, so it falls short where one of them does and the other adds nothing.`,
  shortFor: "their difference from a far larger group",
  settings: pairs<Strata, Strata>(SIZES, [
    [0.3, 0.6, 0.85],
    [0.9, 0.98, 0.99],
  ]).map(([sizes, chances]) => {
    const all = TIMES_AS_MANY * (sizes[0] + sizes[1] + sizes[2]);
    const [now, before] = [drawn(sizes, chances), drawn(spreadAsPopulation(all), chances)];
    return {
      size: `strata of ${sizes.join(", ")}`,
      world: `shares ${chances.join(", ")} in both`,
      truth: 0,
      draw: (random: Random) => difference(now(random), before(random)) ?? NONE,
    };
  }),
};
