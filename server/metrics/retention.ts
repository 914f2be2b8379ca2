/** Kaplan–Meier share of spells still open so many days after the grant. */
import type { CurvePoint } from "#shared/contract/metric.ts";
import { type DayCounts, survivalAt, survivalCurve } from "../stats/kaplan-meier.ts";
import {
  type FactNeed,
  type FactRow,
  type Family,
  groupKey,
  noData,
  readable,
  type Tally,
} from "./family.ts";
import { emptyTally } from "./flows.ts";

/** Spread: events by length in days, then censorings. */
export const consentRetention: Family = {
  additive: true,
  needs(question) {
    const { asOf } = question;
    if (asOf === null) return { facts: [], counts: null };
    const spells: FactNeed = { kind: "spell", numerator: false, ...readable(question) };
    return {
      // A closing after the as-of day is not known yet: the spell is open still.
      facts: [
        { ...spells, endedBy: asOf, withX: true, perBucket: true },
        { ...spells, openAfter: asOf },
      ],
      counts: null,
    };
  },
  tally(sums, buckets, { asOf }) {
    const [closed = [], open = []] = sums.facts;
    const tallies = new Map<string, ReturnType<typeof emptySpread>[]>();
    const put = (
      side: 0 | 1,
      rows: readonly FactRow[],
      lengthOf: (row: FactRow) => number,
    ): void => {
      for (const row of rows) {
        const key = groupKey(row.group);
        const tallied = tallies.get(key) ?? buckets.map(emptySpread);
        tallies.set(key, tallied);
        for (const [at, { first, last }] of buckets.entries()) {
          const tally = tallied[at];
          if (tally === undefined || row.day < first || row.day > last) continue;
          const lengths = tally.spread[side];
          const length = lengthOf(row);
          lengths.set(length, (lengths.get(length) ?? 0) + row.n);
          tally.size += row.n;
          tally.known = true;
        }
      }
    };
    put(0, closed, ({ x }) => x);
    put(1, open, ({ day }) => (asOf ?? day) - day);
    return tallies;
  },
  figure(tally, { day, confidence }) {
    if (tally.size === 0) return noData;
    const observations = observationsOf(tally);
    const { survival, low, high } = survivalAt(survivalCurve(observations), day, confidence);
    const count = observations.reduce((sum, row) => (row.day <= day ? sum + row.events : sum), 0);
    return { n: tally.size, count, value: survival, low, high };
  },
};

function emptySpread() {
  const spread = [new Map<number, number>(), new Map<number, number>()] as const;
  return { ...emptyTally(1), spread };
}

function observationsOf({ spread }: Tally): DayCounts[] {
  const [closed, censored] = spread ?? [new Map<number, number>(), new Map<number, number>()];
  return [
    ...[...closed].map(([day, events]) => ({ day, events, censored: 0 })),
    ...[...censored].map(([day, n]) => ({ day, events: 0, censored: n })),
  ];
}

/** The curve on days 0 … `lastDay`, as far as anybody was followed. */
export function retentionCurve(tally: Tally, lastDay: number, confidence: number): CurvePoint[] {
  const curve = survivalCurve(observationsOf(tally));
  const points: CurvePoint[] = [];
  for (let day = 0; day <= lastDay; day += 1) {
    const { atRisk, survival, low, high } = survivalAt(curve, day, confidence);
    if (survival === null) break;
    points.push({ day, atRisk, value: survival, low, high });
  }
  return points;
}
