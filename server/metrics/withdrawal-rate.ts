/** Withdrawals per 1 000 consent-days, with exact Poisson limits. */
import { poissonRate } from "../stats/poisson.ts";
import { type Family, noData, readable, type Tallies } from "./family.ts";
import { addTo, type Entry, emptyTally, mergeTallies, spreadAny, tallyFlows } from "./flows.ts";
import { RunningTotal, runningTotals } from "./stocks.ts";

const PER = 1000;

/** Sums: consent-days, withdrawals. Size: spells with a consent-day in the bucket. */
export const withdrawalRate: Family = {
  additive: true,
  needs(question) {
    const range = readable(question);
    return {
      facts: [
        { kind: "spell", numerator: false, withEarlier: true, ...range },
        { kind: "closed", numerator: false, withEarlier: true, ...range },
        { kind: "closed", numerator: true, perBucket: true, ...range },
      ],
      counts: { having: ["withdrawn", "inForce"], ...range },
    };
  },
  tally(sums, buckets, question) {
    const [opened = [], closed = [], withdrawals = []] = sums.facts;
    const days = consentDays(
      runningTotals(opened),
      runningTotals(closed),
      buckets,
      readable(question).to,
    );
    const entries = withdrawals.map(
      ({ group, day, n }): Entry => ({ group, day, sums: [0, n], size: 0 }),
    );
    for (const { group, denominatorGroup, inNumerator, key, day, numbers } of sums.counts) {
      const { inForce = 0, withdrawn = 0 } = numbers;
      if (inNumerator) entries.push({ group, day, sums: [0, withdrawn], size: 0, key });
      // Who withdrew had consent on that day, too.
      const had = inForce + withdrawn;
      entries.push({ group: denominatorGroup, day, sums: [had, 0], size: had, key });
    }
    const flows = tallyFlows(entries, buckets, 2);
    return spreadAny(mergeTallies(days, flows));
  },
  figure({ sums }, { confidence }) {
    const [days = 0, count = 0] = sums;
    if (days === 0) return { ...noData, count };
    const { estimate, low, high } = poissonRate(count, days, PER, confidence);
    return { n: days, count, value: estimate, low, high };
  },
};

/** A spell gives a consent-day for every day from its grant day to its closing day, both included. */
function consentDays(
  opened: ReadonlyMap<string, RunningTotal>,
  closed: ReadonlyMap<string, RunningTotal>,
  buckets: readonly { first: number; last: number }[],
  lastDay: number,
): Tallies {
  const tallies: Tallies = new Map();
  const none = new RunningTotal([]);
  for (const [key, open] of opened) {
    const close = closed.get(key) ?? none;
    const row = buckets.map(({ first, last }) => {
      const tally = emptyTally(2);
      let days = 0;
      for (let day = first; day <= Math.min(last, lastDay); day += 1) {
        days += open.at(day) - close.at(day - 1);
      }
      if (days === 0) return tally;
      addTo(tally, [days, 0]);
      tally.size = open.at(Math.min(last, lastDay)) - close.at(first - 1);
      return tally;
    });
    tallies.set(key, row);
  }
  return tallies;
}
