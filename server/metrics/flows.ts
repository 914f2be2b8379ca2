/** Tallies of flows: what belongs to a day, and adds up over days. */
import type { Bucket } from "#shared/days.ts";
import { ANY, groupKey, groupValues, type Tallies, type Tally } from "./family.ts";

/** Numbers of one day. */
export interface Entry {
  group: readonly string[];
  day: number;
  /** Counts in its bucket or in the whole range only; else in both. */
  only?: "bucket" | "whole";
  sums: readonly number[];
  /** The sums count so often; once where it is not given. */
  times?: number;
  /** What it adds to the size of its cell. */
  size: number;
  /** Of count records: their key. Of each, the largest daily number counts, not the sum. */
  key?: string;
}

/** Adds up entries by group and bucket. */
export function tallyFlows(
  entries: readonly Entry[],
  buckets: readonly Bucket[],
  width: number,
): Tallies {
  const bucketOf = bucketIndex(buckets);
  const whole = buckets.length - 1;
  const tallies: Tallies = new Map();
  const largest = new Map<string, number>();
  let group: readonly string[] | null = null;
  let [key, row]: [string, Tally[]] = ["", []];
  const addAt = (at: number, entry: Entry): void => {
    const tally = row[at];
    if (tally === undefined) return;
    addTo(tally, entry.sums, entry.times);
    tally.size += sizeGain(entry, key, at, largest);
  };
  for (const entry of entries) {
    // Entries of one group come one after the other, often with the same object.
    if (entry.group !== group) {
      group = entry.group;
      key = groupKey(group);
      row = tallies.get(key) ?? buckets.map(() => emptyTally(width));
      tallies.set(key, row);
    }
    const own = bucketOf(entry.day);
    if (own === undefined) continue;
    if (entry.only !== "whole") addAt(own, entry);
    if (entry.only !== "bucket") addAt(whole, entry);
  }
  return tallies;
}

/** How much the size of a cell grows: by itself, or of count records by what exceeds the largest so far. */
function sizeGain(entry: Entry, key: string, at: number, largest: Map<string, number>): number {
  if (entry.key === undefined) return entry.size;
  const cellKey = `${key}|${at}|${entry.key}`;
  const before = largest.get(cellKey) ?? 0;
  if (entry.size <= before) return 0;
  largest.set(cellKey, entry.size);
  return entry.size - before;
}

export function emptyTally(width: number): Tally {
  return { sums: new Array<number>(width).fill(0), size: 0, known: false };
}

export function addTo(tally: Tally, sums: readonly number[], times = 1): void {
  const own = tally.sums;
  for (let i = 0; i < sums.length; i += 1) own[i] = (own[i] ?? 0) + times * (sums[i] ?? 0);
  tally.known = true;
}

/** A day → the position of its bucket, if it lies in one; the last of them, the whole range, does not count. */
export function bucketIndex(buckets: readonly Bucket[]): (day: number) => number | undefined {
  const start = buckets[0]?.first ?? 0;
  const positions: number[] = [];
  for (const [at, { first, last }] of buckets.slice(0, -1).entries()) {
    for (let day = first; day <= last; day += 1) positions[day - start] = at;
  }
  return (day) => (day < start ? undefined : positions[day - start]);
}

/** Puts what belongs to `ANY` value of a dimension into every group that it matches. */
export function spreadAny(tallies: Tallies): Tallies {
  const joined: Tallies = new Map();
  const starred = [...tallies].filter(([key]) => groupValues(key).includes(ANY));
  for (const [key, row] of tallies) {
    const values = groupValues(key);
    if (values.includes(ANY)) continue;
    const matching = starred.filter(([star]) =>
      groupValues(star).every((value, i) => value === ANY || value === values[i]),
    );
    joined.set(
      key,
      matching.reduce((sum, [, more]) => mergeRows(sum, more), row),
    );
  }
  return joined;
}

/** The size of a cell of two parts, hidden where either is small: the smaller one that is not empty. */
export function smallerPart(a: number, b: number): number {
  return a === 0 || b === 0 ? a + b : Math.min(a, b);
}

export function mergeRows(a: readonly Tally[], b: readonly Tally[]): Tally[] {
  return a.map((tally, at) => merge(tally, b[at] ?? emptyTally(tally.sums.length)));
}

function merge(a: Tally, b: Tally): Tally {
  const sums = a.sums.map((value, i) => value + (b.sums[i] ?? 0));
  return { sums, size: a.size + b.size, known: a.known || b.known };
}

export function mergeTallies(a: Tallies, b: Tallies): Tallies {
  const merged: Tallies = new Map(a);
  for (const [key, row] of b) {
    const own = merged.get(key);
    merged.set(key, own === undefined ? row : mergeRows(own, row));
  }
  return merged;
}
