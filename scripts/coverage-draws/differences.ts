// Two shares or rates beside each other, and the arms of an experiment.

import type { Random } from "../../seed/random.ts";
import { alwaysValid } from "../../server/stats/always-valid.ts";
import { difference } from "../../server/stats/difference.ts";
import { poissonRate } from "../../server/stats/poisson.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { binomial, poisson } from "./counted.ts";
import { type Interval, LEVEL, type Limits, NONE, pairs } from "./interval.ts";

export const shareDifferences: Interval = {
  key: "share_difference",
  name: "Difference of two shares (Newcombe)",
  why: "Made of the two Wilson intervals beside it. It takes over the dip of one of them where the other adds nothing: a small group at a share near 0 or 1 beside a far larger one.",
  shortFor: "differences of such a share from that of a far larger group",
  settings: pairs(
    [
      [10, 10],
      [10, 200],
      [10, 5000],
      [40, 40],
      [1000, 1000],
    ] as const,
    [
      [0.5, 0.5],
      [0.4, 0.6],
      [0.05, 0.05],
      [0.017, 0.017],
      [0.95, 0.99],
    ] as const,
  ).map(([[n, m], [p, q]]) => {
    const [first, second] = [binomial(n, p), binomial(m, q)];
    const draw = (random: Random) =>
      difference(wilson(first(random), n, LEVEL), wilson(second(random), m, LEVEL)) ?? NONE;
    return { size: `n = ${n}, ${m}`, world: `shares ${p}, ${q}`, truth: p - q, draw };
  }),
};

export const rateDifferences: Interval = {
  key: "rate_difference",
  name: "Difference of two rates (MOVER)",
  why: "Made of the two exact intervals beside it, so it is on the wide side as they are.",
  settings: [
    [0.5, 0.5],
    [3, 3],
    [5, 7.5],
    [3, 300],
    [100, 150],
  ].map(([a = 0, b = 0]) => {
    const [first, second] = [poisson(a), poisson(b)];
    // Of as many consent-days on both sides.
    const rate = (events: number) => poissonRate(events, 1000, 1000, LEVEL);
    const draw = (random: Random) => difference(rate(first(random)), rate(second(random))) ?? NONE;
    return { size: `${a} and ${b} events expected`, world: "rates", truth: a - b, draw };
  }),
};

/** Twenty looks, the first at this many people an arm; the limits farthest from the truth count. */
export const sequences: Interval = {
  key: null,
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
