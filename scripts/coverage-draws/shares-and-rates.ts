// Shares and rates, each by itself.

import type { Random } from "../../seed/random.ts";
import { poissonRate } from "../../server/stats/poisson.ts";
import { rateRatio } from "../../server/stats/rate-ratio.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { binomial, poisson } from "./counted.ts";
import { type Interval, LEVEL, pairs } from "./interval.ts";

/** Expected yeses where Wilson's interval is at its worst: one yes, had in one draw of six, moves the lower limit past the truth. */
const WORST_EXPECTED = 0.17;

export const shares: Interval = {
  key: "share",
  name: "Share (Wilson)",
  why: "Wilson's interval holds 95 % on average over shares, and dips where fewer than one yes, or no, is expected: then a single one moves the limit past the truth. That is so at any n, at shares that are the nearer to 0 and 1 the larger n is; `0.17 / n` is about the worst there is. In between it stays near 95 %.",
  shortFor: "shares near 0 or 1, where not even one yes, or no, is to be expected",
  settings: [5, 10, 40, 200, 5000].flatMap((n) => {
    const worst = { share: WORST_EXPECTED / n, world: `share ${WORST_EXPECTED} / n` };
    const plain = [0.001, 0.01, 0.1, 0.5, 0.9, 0.99].map((p) => ({
      share: p,
      world: `share ${p}`,
    }));
    return [worst, ...plain].map(({ share, world }) => {
      const count = binomial(n, share);
      const draw = (random: Random) => wilson(count(random), n, LEVEL);
      return { size: `n = ${n}`, world, truth: share, draw };
    });
  }),
};

export const rates: Interval = {
  key: "rate",
  name: "Rate per 1,000 consent-days (Garwood)",
  exact: true,
  why: "Exact: never below 95 %, and above it where few events are expected, since counts are whole numbers.",
  settings: [0.5, 3, 20, 200, 5000].map((mean) => {
    const count = poisson(mean);
    const draw = (random: Random) => poissonRate(count(random), mean * 500, 1000, LEVEL);
    return { size: `${mean} events expected`, world: "2 per 1,000 days", truth: 2, draw };
  }),
};

export const rateRatios: Interval = {
  key: null,
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
