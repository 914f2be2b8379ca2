// Kaplan-Meier retention of people who leave at a constant hazard and are followed for 10 to 90 days.

import type { Random } from "../../seed/random.ts";
import { difference } from "../../server/stats/difference.ts";
import type { Estimate } from "../../server/stats/estimate.ts";
import { survivalAt, survivalCurve } from "../../server/stats/kaplan-meier.ts";
import { type Interval, LEVEL, NONE, pairs } from "./interval.ts";

const DAY = 30;

function keptOf(random: Random, n: number, kept: number): Estimate {
  const mean = -(DAY + 1) / Math.log(kept);
  const spells = Array.from({ length: n }, () => {
    const [ends, seen] = [Math.floor(random.exponential(mean)), random.integer(10, 90)];
    const isOver = ends <= seen;
    return { day: Math.min(ends, seen), events: isOver ? 1 : 0, censored: isOver ? 0 : 1 };
  });
  const { survival, low, high } = survivalAt(survivalCurve(spells), DAY, LEVEL);
  return { estimate: survival, low, high };
}

export const retention: Interval = {
  key: "retention",
  name: "Retention on day 30 (Kaplan-Meier, log-log)",
  why: "Draws in which nobody left by day 30, or nobody was followed that long, have no limits and are not counted: at 98 % retention of few people that leaves only the draws with a withdrawal, which are the ones that look worse than the truth.",
  shortFor: "few people of whom hardly anybody leaves",
  settings: pairs([10, 20, 40, 100, 1000], [0.98, 0.9, 0.5, 0.2]).map(([n, kept]) => {
    const draw = (random: Random) => keptOf(random, n, kept);
    return { size: `n = ${n}`, world: `${kept} kept`, truth: kept, draw };
  }),
};

export const retentionDifferences: Interval = {
  key: "retention_difference",
  name: "Difference of two retentions (MOVER)",
  why: "Made of the two intervals beside it, and shown where both have limits.",
  shortFor: "their difference from a far larger group",
  settings: pairs(
    [
      [10, 10],
      [20, 20],
      [20, 200],
      [40, 40],
      [200, 200],
    ] as const,
    [
      [0.98, 0.98],
      [0.9, 0.9],
      [0.7, 0.5],
    ] as const,
  ).map(([[n, m], [a, b]]) => {
    const draw = (random: Random) => difference(keptOf(random, n, a), keptOf(random, m, b)) ?? NONE;
    return { size: `n = ${n}, ${m}`, world: `${a}, ${b} kept`, truth: a - b, draw };
  }),
};
