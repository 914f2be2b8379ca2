/** Stocks: what stands at the end of a day. They do not add up over buckets. */
import type { Bucket } from "#shared/days.ts";
import {
  type CountRow,
  type FactNeed,
  type FactRow,
  type Family,
  groupKey,
  noData,
  type Question,
  readable,
  type Tallies,
} from "./family.ts";
import { addTo, emptyTally, mergeTallies, smallerPart } from "./flows.ts";
import { shareFigure } from "./shares.ts";

/** A count record's stock speaks for at most this many days after its own. */
const STOCK_DAYS = 35;

/** Running totals of one group: what had happened by the end of a day. */
export class RunningTotal {
  readonly #days: number[] = [];
  readonly #totals: number[] = [];

  /** `changes` by day, in any order; several of a day add up. */
  constructor(changes: readonly { day: number; n: number }[]) {
    let total = 0;
    for (const { day, n } of changes.toSorted((a, b) => a.day - b.day)) {
      total += n;
      if (this.#days.at(-1) === day) this.#totals[this.#totals.length - 1] = total;
      else {
        this.#days.push(day);
        this.#totals.push(total);
      }
    }
  }

  at(day: number): number {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#days[middle] ?? 0) <= day) low = middle + 1;
      else high = middle;
    }
    return this.#totals[low - 1] ?? 0;
  }

  /** Whether anything had happened by then. */
  knownAt(day: number): boolean {
    const first = this.#days[0];
    return first !== undefined && first <= day;
  }
}

/** Rows by group, as running totals. */
export function runningTotals(rows: readonly FactRow[]): Map<string, RunningTotal> {
  const byGroup = Map.groupBy(rows, (row) => groupKey(row.group));
  return new Map([...byGroup].map(([key, group]) => [key, new RunningTotal(group)]));
}

const nothing = new RunningTotal([]);

function stockNeeds(question: Question): FactNeed[] {
  const range = { ...readable(question), withEarlier: true };
  return [
    { kind: "spell", numerator: false, ...range },
    { kind: "closed", numerator: false, ...range },
  ];
}

/** The last day of a bucket that has been seen; null where none has. */
function lastSeen(bucket: Bucket, asOf: number | null): number | null {
  return asOf === null || bucket.first > asOf ? null : Math.min(bucket.last, asOf);
}

/** One tally a group and bucket of two running totals, at the bucket's last day seen. */
function tallyStocks(
  firsts: ReadonlyMap<string, RunningTotal>,
  seconds: ReadonlyMap<string, RunningTotal>,
  buckets: readonly Bucket[],
  asOf: number | null,
  sumsAt: (first: RunningTotal, second: RunningTotal, last: number, bucket: Bucket) => number[],
): Tallies {
  const tallies: Tallies = new Map();
  for (const key of new Set([...firsts.keys(), ...seconds.keys()])) {
    const first = firsts.get(key) ?? nothing;
    const second = seconds.get(key) ?? nothing;
    const row = buckets.map((bucket) => {
      const last = lastSeen(bucket, asOf);
      const tally = emptyTally(2);
      if (last === null || !first.knownAt(last)) return tally;
      addTo(tally, sumsAt(first, second, last, bucket));
      return tally;
    });
    tallies.set(key, row);
  }
  return tallies;
}

/** Of each key, the latest record on or before the bucket's last day, if it still speaks for it. */
function tallyCountStocks(
  rows: readonly CountRow[],
  buckets: readonly Bucket[],
  asOf: number | null,
  sumsOf: (row: CountRow) => number[],
): Tallies {
  const tallies: Tallies = new Map();
  for (const records of Map.groupBy(rows, (row) => row.key).values()) {
    const sorted = records.toSorted((a, b) => a.day - b.day);
    const key = groupKey(sorted[0]?.group ?? []);
    const row = tallies.get(key) ?? buckets.map(() => emptyTally(2));
    tallies.set(key, row);
    for (const [at, bucket] of buckets.entries()) {
      const last = lastSeen(bucket, asOf);
      if (last === null) continue;
      const latest = sorted.findLast((record) => record.day <= last);
      const tally = row[at];
      if (tally === undefined || latest === undefined || last - latest.day > STOCK_DAYS) continue;
      addTo(tally, sumsOf(latest));
    }
  }
  return tallies;
}

/** The threshold looks at the stock itself. */
function sizedBy(tallies: Tallies, sizeOf: (sums: readonly number[]) => number): Tallies {
  for (const row of tallies.values()) for (const tally of row) tally.size = sizeOf(tally.sums);
  return tallies;
}

export const activeConsents: Family = {
  additive: false,
  needs: (question) => {
    const { from, to } = readable(question);
    return {
      facts: stockNeeds(question),
      counts: { having: ["inForce"], from: from - STOCK_DAYS, to },
    };
  },
  tally(sums, buckets, { asOf }) {
    const [opened = [], closed = []] = sums.facts;
    const facts = tallyStocks(
      runningTotals(opened),
      runningTotals(closed),
      buckets,
      asOf,
      (open, close, last) => [open.at(last) - close.at(last), 0],
    );
    const counts = tallyCountStocks(sums.counts, buckets, asOf, (row) => [
      row.numbers.inForce ?? 0,
      0,
    ]);
    return sizedBy(mergeTallies(facts, counts), ([stock = 0]) => stock);
  },
  figure({ sums, known }) {
    const [stock = 0] = sums;
    return known ? { n: stock, count: stock, value: stock, low: null, high: null } : noData;
  },
};

export const netChange: Family = {
  additive: false,
  needs: (question) => ({ facts: stockNeeds(question), counts: null }),
  tally(sums, buckets, { asOf }) {
    const [opened = [], closed = []] = sums.facts;
    const stocks = tallyStocks(
      runningTotals(opened),
      runningTotals(closed),
      buckets,
      asOf,
      (open, close, last, { first }) => [
        open.at(last) - close.at(last),
        open.at(first - 1) - close.at(first - 1),
      ],
    );
    return sizedBy(stocks, ([end = 0, start = 0]) => smallerPart(end, start));
  },
  figure({ sums, known }) {
    const [end = 0, start = 0] = sums;
    return { n: end + start, value: known ? end - start : null, low: null, high: null };
  },
};

export const consentCoverage: Family = {
  additive: false,
  needs(question) {
    const { from, to } = readable(question);
    const range = { from, to, withEarlier: true };
    return {
      facts: [
        { kind: "asked", numerator: false, ...range },
        { kind: "covered", numerator: false, ...range },
        { kind: "uncovered", numerator: false, ...range },
      ],
      counts: { having: ["inForce", "asked"], from: from - STOCK_DAYS, to },
    };
  },
  tally(sums, buckets, { asOf }) {
    const [asked = [], covered = [], uncovered = []] = sums.facts;
    const changes = [...covered, ...uncovered.map((row) => ({ ...row, n: -row.n }))];
    const facts = tallyStocks(
      runningTotals(asked),
      runningTotals(changes),
      buckets,
      asOf,
      (all, inForce, last) => [all.at(last), inForce.at(last)],
    );
    const counts = tallyCountStocks(sums.counts, buckets, asOf, ({ numbers }) => [
      numbers.asked ?? 0,
      numbers.inForce ?? 0,
    ]);
    return sizedBy(mergeTallies(facts, counts), ([n = 0]) => n);
  },
  figure: shareFigure,
};
