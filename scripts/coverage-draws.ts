// What `npm run coverage` draws: worlds whose truth is known, and the interval that Candor shows for each draw.
import type { Random } from "../seed/random.ts";
import { alwaysValid } from "../server/stats/always-valid.ts";
import { clusteredMean, clusteredShare } from "../server/stats/clustered.ts";
import { difference } from "../server/stats/difference.ts";
import { type DayCounts, survivalAt, survivalCurve } from "../server/stats/kaplan-meier.ts";
import { meanInterval } from "../server/stats/mean-interval.ts";
import { ratioOfMedians } from "../server/stats/order-statistics.ts";
import { poissonRate } from "../server/stats/poisson.ts";
import { postStratify } from "../server/stats/post-stratification.ts";
import { rateRatio } from "../server/stats/rate-ratio.ts";
import { wilson } from "../server/stats/wilson.ts";

type Limits = { low: number | null; high: number | null };

/** `draw` gives the limits of one draw; null limits are not shown, and not counted. */
export type Setting = {
  size: string;
  world: string;
  truth: number;
  draw: (random: Random) => Limits;
};
export type Interval = { name: string; exact?: boolean; why: string; settings: Setting[] };

const LEVEL = 0.95;
const NONE: Limits = { low: null, high: null };

type Counted = (random: Random) => number;

/** Draws 0, 1, 2 … with chances in proportion to these weights. */
function countWith(weights: readonly number[]): Counted {
  let total = 0;
  const upTo = weights.map((weight) => {
    total += weight;
    return total;
  });
  return (random) => {
    const at = random.next() * total;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((upTo[middle] ?? 0) > at) high = middle;
      else low = middle + 1;
    }
    return low;
  };
}

/** From logarithms of ratios of neighbours, so that nothing overflows on the way. */
function countFrom(most: number, logRatio: (k: number) => number): Counted {
  const logs = [0];
  for (let k = 0; k < most; k += 1) logs.push((logs[k] ?? 0) + logRatio(k));
  const largest = logs.reduce((a, b) => Math.max(a, b));
  return countWith(logs.map((log) => Math.exp(log - largest)));
}

function binomial(n: number, p: number): Counted {
  return countFrom(n, (k) => Math.log(((n - k) / (k + 1)) * (p / (1 - p))));
}

function poisson(mean: number): Counted {
  return countFrom(Math.ceil(mean + 12 * Math.sqrt(mean) + 30), (k) => Math.log(mean / (k + 1)));
}

function pairs<A, B>(as: readonly A[], bs: readonly B[]): [A, B][] {
  return as.flatMap((a) => bs.map((b): [A, B] => [a, b]));
}

const shares: Interval = {
  name: "Share (Wilson)",
  why: "Wilson's interval holds 95 % on average over shares, and dips where n · share is about 1 or less: then a single yes, which has a chance of a few per cent, moves the lower limit past the truth. The dip is at shares near 0 and 1 only; between 10 % and 90 % it stays near 95 % from n = 10 on.",
  settings: pairs([5, 10, 40, 200, 5000], [0.001, 0.01, 0.1, 0.5, 0.9, 0.99]).map(([n, p]) => {
    const count = binomial(n, p);
    const draw = (random: Random) => wilson(count(random), n, LEVEL);
    return { size: `n = ${n}`, world: `share ${p}`, truth: p, draw };
  }),
};

const rates: Interval = {
  name: "Rate per 1,000 consent-days (Garwood)",
  exact: true,
  why: "Exact: never below 95 %, and above it where few events are expected, since counts are whole numbers.",
  settings: [0.5, 3, 20, 200, 5000].map((mean) => {
    const count = poisson(mean);
    const draw = (random: Random) => poissonRate(count(random), mean * 500, 1000, LEVEL);
    return { size: `${mean} events expected`, world: "2 per 1,000 days", truth: 2, draw };
  }),
};

const rateRatios: Interval = {
  name: "Ratio of two rates (conditional)",
  exact: true,
  why: "Exact given the total: never below 95 %. Draws without any event have no ratio and are not counted; with few events expected that leaves out draws that would have been covered.",
  settings: pairs([3, 20, 500], [1, 2]).map(([mean, ratio]) => {
    const [above, below] = [poisson(mean * ratio), poisson(mean)];
    const draw = (random: Random) =>
      rateRatio(
        { events: above(random), exposureDays: mean },
        { events: below(random), exposureDays: mean },
        LEVEL,
      );
    return {
      size: `${mean} events expected in the second`,
      world: `ratio ${ratio}`,
      truth: ratio,
      draw,
    };
  }),
};

/** Constant hazard; seen for 10 to 90 days; retention on day 30. */
function retentionCounts(random: Random, n: number, kept: number): DayCounts[] {
  const mean = -31 / Math.log(kept);
  return Array.from({ length: n }, () => {
    const [ends, seen] = [Math.floor(random.exponential(mean)), random.integer(10, 90)];
    const isOver = ends <= seen;
    return { day: Math.min(ends, seen), events: isOver ? 1 : 0, censored: isOver ? 0 : 1 };
  });
}

const retention: Interval = {
  name: "Retention on day 30 (Kaplan-Meier, log-log)",
  why: "The log-log limits hold from about 20 people on. Draws in which nobody left by day 30, or nobody was followed that long, have no limits and are not counted: at 98 % retention of few people that leaves only the draws with a withdrawal.",
  settings: pairs([10, 20, 100, 1000], [0.98, 0.9, 0.5, 0.2]).map(([n, kept]) => {
    const draw = (random: Random) =>
      survivalAt(survivalCurve(retentionCounts(random, n, kept)), 30, LEVEL);
    return { size: `n = ${n}`, world: `${kept} kept`, truth: kept, draw };
  }),
};

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

const means: Interval = {
  name: "Mean score (t, clipped to the scale)",
  why: "Student's t holds for scores that spread over the scale. Where almost all give the same score, small groups often see no other score at all, and their interval is a point beside the truth: only hundreds of answers mend that.",
  settings: pairs([3, 10, 50, 1000], Object.entries(SCORES)).map(([n, [world, weights]]) => {
    const score = countWith(weights);
    const draw = (random: Random) => {
      const sums = { n, sum: 0, sumOfSquares: 0 };
      for (let i = 0; i < n; i += 1) {
        const x = score(random) + 1;
        sums.sum += x;
        sums.sumOfSquares += x * x;
      }
      return clipped(meanInterval(sums, LEVEL));
    };
    return { size: `n = ${n}`, world, truth: moments(weights).mean, draw };
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

const clustered: Interval = {
  name: "Top-two share and mean, three answers a person",
  why: "Widened for the answers of one person, which resemble each other. The widening is estimated too, so few people, or rare answers that a handful of people carry, leave it short of 95 %.",
  settings: pairs([10, 50, 300], ["even", "leaning"] as const).flatMap(([people, world]) => {
    const { mean, top } = moments(SCORES[world]);
    const score = countWith(SCORES[world]);
    const size = `${people} people`;
    const share = (random: Random) => {
      const { sums, pairSums } = clusteredSums(random, people, score, (x) => (x >= 3 ? 1 : 0));
      return clusteredShare(sums.sum, sums.n, pairSums, LEVEL);
    };
    const average = (random: Random) => {
      const { sums, pairSums } = clusteredSums(random, people, score, (x) => x + 1);
      return clipped(clusteredMean(sums, pairSums, LEVEL));
    };
    return [
      { size, world: `${world}, top two`, truth: top, draw: share },
      { size, world: `${world}, mean`, truth: mean, draw: average },
    ];
  }),
};

const differences: Interval = {
  name: "Difference of two shares or rates (MOVER, Newcombe)",
  why: "Made of the two intervals beside it, so it takes over their dips where both shares are near 0 or 1, and is on the wide side for rates, whose own limits are.",
  settings: [
    ...pairs(
      [
        [10, 10],
        [10, 200],
        [40, 40],
        [1000, 1000],
      ] as const,
      [
        [0.5, 0.5],
        [0.4, 0.6],
        [0.05, 0.05],
        [0.95, 0.99],
      ] as const,
    ).map(([[n, m], [p, q]]) => {
      const [first, second] = [binomial(n, p), binomial(m, q)];
      const draw = (random: Random) =>
        difference(wilson(first(random), n, LEVEL), wilson(second(random), m, LEVEL)) ?? NONE;
      return { size: `n = ${n}, ${m}`, world: `shares ${p}, ${q}`, truth: p - q, draw };
    }),
    ...[5, 100].map((mean) => {
      const [first, second] = [poisson(mean), poisson(1.5 * mean)];
      const rate = (events: number) => poissonRate(events, mean, 1, LEVEL);
      const draw = (random: Random) =>
        difference(rate(first(random)), rate(second(random))) ?? NONE;
      return {
        size: `${mean} and ${1.5 * mean} events expected`,
        world: "rates",
        truth: -0.5,
        draw,
      };
    }),
  ],
};

const medians: Interval = {
  name: "Ratio of two medians (order statistics)",
  why: "Each median's limits cover at least 95 % whatever the distribution, with few values far more; their combination on the log scale keeps that, so this interval is on the wide side. Below 6 values on a side there are no limits.",
  settings: pairs(
    [
      [6, 6],
      [15, 15],
      [20, 200],
      [1000, 1000],
    ] as const,
    [1, 2],
  ).map(([[n, m], ratio]) => {
    const times = (random: Random, size: number, middle: number) =>
      Array.from({ length: size }, () => ({ value: middle * Math.exp(random.normal()), count: 1 }));
    const draw = (random: Random) =>
      ratioOfMedians(times(random, n, 10 * ratio), times(random, m, 10), LEVEL);
    return { size: `n = ${n}, ${m}`, world: `log-normal, ratio ${ratio}`, truth: ratio, draw };
  }),
};

const POPULATION = [0.5, 0.3, 0.2];

const weighted: Interval = {
  name: "Share weighted to a population (Wilson at the effective size)",
  why: "One effective size stands for all strata. Where they differ in their shares that is on the careful side, since the gain of the strata is not taken. It falls short where the stratum with the most weight per answer is also the one whose answers vary most (here 90 % beside 98 % and 99 %), and more answers do not mend that; the standard error beside it, which is made of the strata, does see it.",
  settings: pairs(
    [
      ["as the population", [50, 30, 20]],
      ["few, as the population", [10, 6, 4]],
      ["few of the heaviest", [5, 60, 60]],
      ["two of the heaviest", [2, 20, 20]],
      ["many, unequal", [200, 900, 1500]],
    ] as const,
    [
      [0.3, 0.6, 0.85],
      [0.01, 0.05, 0.1],
      [0.9, 0.98, 0.99],
    ] as const,
  ).map(([[sample, sizes], chances]) => {
    const strata = POPULATION.map((populationCount, h) => {
      const sampleCount = sizes[h] ?? 0;
      return { populationCount, sampleCount, count: binomial(sampleCount, chances[h] ?? 0) };
    });
    const draw = (random: Random) =>
      postStratify(
        strata.map(({ count, ...stratum }) => ({ ...stratum, successes: count(random) })),
        LEVEL,
      );
    const truth = POPULATION.reduce((sum, part, h) => sum + part * (chances[h] ?? 0), 0);
    const world = `shares ${chances.join(", ")}`;
    return { size: `n = ${sizes.join(", ")}: ${sample}`, world, truth, draw };
  }),
};

/** Twenty looks, the first at this many people an arm; the limits farthest from the truth count. */
const sequences: Interval = {
  name: "Difference in an experiment, at every one of twenty looks (always-valid)",
  exact: true,
  why: "Covers at all looks together, not at one, so it is far above 95 % at any single look and above it over twenty. It is asymptotic, and holds from the hundred people an arm from which it is shown.",
  settings: pairs([100, 1000], [0.05, 0.5]).map(([people, p]) => {
    const count = binomial(people, p);
    const draw = (random: Random) => {
      const total = { a: 0, b: 0 };
      const looks = Array.from({ length: 20 }, (_, look) => {
        const trials = people * (look + 1);
        total.a += count(random);
        total.b += count(random);
        return { a: { successes: total.a, trials }, b: { successes: total.b, trials } };
      });
      const answers = alwaysValid(looks, 0.05, 5000).looks;
      return answers.reduce<Limits>(
        (all, { low, high }) =>
          low === null || high === null
            ? all
            : { low: Math.max(all.low ?? low, low), high: Math.min(all.high ?? high, high) },
        NONE,
      );
    };
    return { size: `${people} people an arm and look`, world: `shares ${p}`, truth: 0, draw };
  }),
};

export const INTERVALS: readonly Interval[] = [
  shares,
  rates,
  rateRatios,
  retention,
  means,
  clustered,
  differences,
  medians,
  weighted,
  sequences,
];
