/** Kaplan–Meier share of spells still open so many days after the grant. */
import type { CurvePoint } from "#shared/contract/metric.ts";
import { type DayCounts, survivalAt, survivalCurve } from "../stats/kaplan-meier.ts";
import { type Family, groupKey, noData, readable, type Tallies, type Tally } from "./family.ts";
import { emptyTally } from "./flows.ts";

/** Spread: events by length in days, then censorings. */
export const consentRetention: Family = {
  additive: true,
  needs: (question) => ({
    facts: [{ kind: "spell", numerator: false, withX: true, ...readable(question) }],
    counts: null,
  }),
  tally(sums, buckets, { asOf }) {
    const tallies: Tallies = new Map();
    const rows = sums.facts[0] ?? [];
    for (const [key, group] of Map.groupBy(rows, (row) => groupKey(row.group))) {
      const row = buckets.map(({ first, last }): Tally => {
        const closed = new Map<number, number>();
        const censored = new Map<number, number>();
        const tally = { ...emptyTally(1), spread: [closed, censored] as const };
        for (const { day, x, n } of group) {
          if (day < first || day > last || asOf === null) continue;
          // A closing after the as-of day is not known yet: the spell is open still.
          const seen = x >= 0 && day + x <= asOf;
          const at = seen ? x : asOf - day;
          const side = seen ? closed : censored;
          side.set(at, (side.get(at) ?? 0) + n);
          tally.size += n;
          tally.known = true;
        }
        return tally;
      });
      tallies.set(key, row);
    }
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
