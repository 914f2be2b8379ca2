/** Is leaving as easy as joining? The median effort of a withdrawal over that of a decision granted. */

import type { Bucket } from "#shared/days.ts";
import { valueOfBin } from "#shared/duration-bins.ts";
import { type GroupedValue, medianInterval, ratioOf } from "../stats/order-statistics.ts";
import {
  ANY,
  type FactRow,
  type Family,
  groupKey,
  groupValues,
  readable,
  type Tallies,
} from "./family.ts";
import { bucketIndex, emptyTally, smallerPart } from "./flows.ts";

/** Spread: withdrawals by time or steps, then grants. */
export const optOutEffort: Family = {
  additive: false,
  needs(question) {
    const steps = question.stat === "steps";
    const range = { withX: true, perBucket: true, ...readable(question) };
    return {
      facts: [
        { kind: steps ? "exit_steps" : "exit_time", numerator: true, ...range },
        { kind: steps ? "grant_steps" : "grant_time", numerator: false, ...range },
      ],
      counts: null,
    };
  },
  tally(sums, buckets) {
    const [exits = [], grants = []] = sums.facts;
    const out = Map.groupBy(exits, ({ group }) => groupKey(group));
    const into = Map.groupBy(grants, ({ group }) => groupKey(group));
    const keys = new Set([...out.keys(), ...into.keys()]);
    const tallies: Tallies = new Map();
    for (const key of keys) {
      const values = groupValues(key);
      if (values.includes(ANY)) continue;
      const left = spreadsOf(matching(out, values), buckets);
      const joined = spreadsOf(matching(into, values), buckets);
      const row = buckets.map((_, at) => {
        const spread = [left[at] ?? new Map(), joined[at] ?? new Map()] as const;
        const size = smallerPart(total(spread[0]), total(spread[1]));
        return { ...emptyTally(0), spread, size, known: true };
      });
      tallies.set(key, row);
    }
    return tallies;
  },
  figure({ spread }, { stat, confidence }) {
    const [out, into] = spread ?? [new Map<number, number>(), new Map<number, number>()];
    const effortOf = stat === "steps" ? (x: number) => x : valueOfBin;
    const above = medianInterval(grouped(out, effortOf), confidence);
    const below = medianInterval(grouped(into, effortOf), confidence);
    const { ratio, low, high } = ratioOf(above, below);
    return {
      n: total(out),
      count: total(into),
      value: ratio,
      low,
      high,
      medianOut: above.median,
      medianIn: below.median,
    };
  },
};

/** The rows of the group with these values, and of those that stand for any. */
function matching(
  groups: ReadonlyMap<string, readonly FactRow[]>,
  values: readonly string[],
): FactRow[] {
  return [...groups].flatMap(([key, rows]) => {
    const isMeant = groupValues(key).every((value, i) => value === ANY || value === values[i]);
    return isMeant ? rows : [];
  });
}

/** Of each bucket, how often each x occurs. */
function spreadsOf(rows: readonly FactRow[], buckets: readonly Bucket[]): Map<number, number>[] {
  const spreads = buckets.map(() => new Map<number, number>());
  const bucketOf = bucketIndex(buckets);
  for (const { day, x, n } of rows) {
    const at = bucketOf(day);
    if (at === undefined) continue;
    for (const spread of [spreads[at], spreads.at(-1)]) spread?.set(x, (spread.get(x) ?? 0) + n);
  }
  return spreads;
}

function total(spread: ReadonlyMap<number, number>): number {
  return [...spread.values()].reduce((a, b) => a + b, 0);
}

function grouped(
  spread: ReadonlyMap<number, number>,
  effortOf: (x: number) => number,
): GroupedValue[] {
  return [...spread].map(([x, count]) => ({ value: effortOf(x), count }));
}
