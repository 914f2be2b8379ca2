// Cells that add several purposes on which the same people decide: each purpose counts as if it were another person's.

import type { Random } from "../../seed/random.ts";
import { survivalAt, survivalCurve } from "../../server/stats/kaplan-meier.ts";
import { ratioOfMedians } from "../../server/stats/order-statistics.ts";
import { poissonRate } from "../../server/stats/poisson.ts";
import { wilson } from "../../server/stats/wilson.ts";
import { type Interval, LEVEL, pairs } from "./interval.ts";

const PURPOSES = [1, 3] as const;
const ALIKE = 0.6;
const WHY = `A person does the same on each purpose with chance ${ALIKE}, else as anybody. Only survey answers are known to be of one person when they are added, so this is not mended by more people: within one purpose the intervals hold as above.`;
const SHORT_FOR = "sums over several purposes on which the same people do alike";

/** What each of these people does on each purpose. */
function perPurpose<Act>(random: Random, { people, purposes }: Size, draw: () => Act): Act[] {
  return Array.from({ length: people }, () => {
    const own = draw();
    return Array.from({ length: purposes }, () => (random.chance(ALIKE) ? own : draw()));
  }).flat();
}

type Size = { people: number; purposes: number };

function sizes(people: readonly number[]): Size[] {
  return pairs(PURPOSES, people).map(([purposes, of]) => ({ people: of, purposes }));
}

function named({ people, purposes }: Size): string {
  return `${people} people, ${purposes === 1 ? "1 purpose" : `${purposes} purposes`}`;
}

export const repeatedShares: Interval = {
  key: "repeated_share",
  name: "Share over several purposes",
  why: WHY,
  shortFor: SHORT_FOR,
  settings: pairs(sizes([20, 200, 2000]), [0.1, 0.5]).map(([size, share]) => {
    const draw = (random: Random) => {
      const yes = perPurpose(random, size, () => random.chance(share)).filter(Boolean).length;
      return wilson(yes, size.purposes * size.people, LEVEL);
    };
    return { size: named(size), world: `share ${share}`, truth: share, draw };
  }),
};

/** Each person's consent to each purpose is seen for 30 days, within which 2 % withdraw. */
const [SEEN_DAYS, WITHDRAWN] = [30, 0.02];

export const repeatedRates: Interval = {
  key: "repeated_rate",
  name: "Rate per 1,000 consent-days over several purposes",
  why: WHY,
  shortFor: SHORT_FOR,
  settings: sizes([20, 200, 2000]).map((size) => {
    const draw = (random: Random) => {
      const gone = perPurpose(random, size, () => random.chance(WITHDRAWN)).filter(Boolean);
      return poissonRate(gone.length, size.purposes * size.people * SEEN_DAYS, 1000, LEVEL);
    };
    const truth = (1000 * WITHDRAWN) / SEEN_DAYS;
    return { size: named(size), world: `${truth.toFixed(2)} per 1,000 days`, truth, draw };
  }),
};

export const repeatedRetention: Interval = {
  key: "repeated_retention",
  name: "Retention on day 30 over several purposes",
  why: WHY,
  shortFor: SHORT_FOR,
  settings: pairs(sizes([20, 200]), [0.9, 0.5]).map(([size, kept]) => {
    const mean = -31 / Math.log(kept);
    const draw = (random: Random) => {
      const lives = perPurpose(random, size, () => Math.floor(random.exponential(mean)));
      const spells = lives.map((day) => ({ day, events: 1, censored: 0 }));
      return survivalAt(survivalCurve(spells), 30, LEVEL);
    };
    return { size: named(size), world: `${kept} kept`, truth: kept, draw };
  }),
};

export const repeatedMedians: Interval = {
  key: "repeated_median_ratio",
  name: "Ratio of two medians over several purposes",
  why: WHY,
  shortFor: SHORT_FOR,
  settings: sizes([20, 200]).map((size) => {
    const times = (random: Random) =>
      perPurpose(random, size, () => Math.exp(random.normal())).map((value) => ({
        value,
        count: 1,
      }));
    const draw = (random: Random) => ratioOfMedians(times(random), times(random), LEVEL);
    return { size: named(size), world: "log-normal, ratio 1", truth: 1, draw };
  }),
};
