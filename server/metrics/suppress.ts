/**
 * Small cells: which cells of an answer are hidden, so that no small group can be read off it.
 *
 * A cell is small where its size is 1 … k − 1. Small cells are hidden, and more go with them until
 * what is hidden along a line can't be had by subtraction: at least two cells, together at least k.
 * Lines, in this order, all of them again until nothing changes:
 *   1. in each bucket, the groups; 2. the groups' totals, as one more bucket;
 *   3. in each group, its buckets and their total, where they add up to it.
 * The one that goes is the smallest other with data, the first of equals in order of name or time;
 * in a line of buckets without another, the total. Empty cells (size 0) are shown, as 0.
 *
 * Decisions where the rule leaves room:
 * - Groups are a line though the answer has no sum of them: the same question without `by` has it.
 * - So a line of groups has no total to hide, and a group that is alone with data in it stays
 *   hidden alone. The same question without `by` may show that cell, and so, by difference, another
 *   that it was to protect: differences between separate questions are out of the promise.
 * - The total is a cell of its group's line: a hidden total counts as one of the two and in the
 *   sum, and is taken only where no bucket with data is left. So a hidden total without a hidden
 *   bucket takes the smallest along, and with one needs no second.
 * - Two or more hidden, but together fewer than k: another goes, by the same choice, until they are
 *   k or nothing is left.
 * - "Together" adds sizes, also where a spell counts in several buckets.
 * - Two dimensions: first the lines in which the first of `by` is fixed, then those in which the
 *   second is; there is no line over all groups.
 * - Order of name is by code unit, as in the store, and made here: rows may come in any order.
 */

import { type Cell, hideAlong, type Line, newCell } from "./hidden-lines.ts";

/**
 * Sizes are what the threshold looks at, the denominator's facts; 0 is no data. Where a figure
 * looks at several counts, it is the smallest of them that is not 0.
 */
export type SizedGroup = {
  /** The group's value of each dimension of `by`: none, one or two. No two groups share one. */
  key: readonly string[];
  /** One per bucket, in order of time; as many in every group. */
  buckets: readonly number[];
  total: number;
};

/** The same shape: whether each cell is hidden. */
export type HiddenGroup = { buckets: boolean[]; total: boolean };

export type SuppressInput = {
  k: number;
  rows: readonly SizedGroup[];
  /** Whether a group's buckets add up to its total: not for stocks and medians. */
  additiveOverTime: boolean;
};

type Group = { key: readonly string[]; buckets: Cell[]; total: Cell };

export function suppress({ k, rows, additiveOverTime }: SuppressInput): HiddenGroup[] {
  const groups = rows.map(({ key, buckets, total }) => ({
    key,
    buckets: buckets.map((size) => newCell(size, k)),
    total: newCell(total, k),
  }));
  hideAlong(linesOf(groups.toSorted(byName), additiveOverTime), k);
  return groups.map(({ buckets, total }) => ({
    buckets: buckets.map(({ hidden }) => hidden),
    total: total.hidden,
  }));
}

function linesOf(groups: Group[], additiveOverTime: boolean): Line[] {
  const sides = groupsSideBySide(groups);
  const inBucket = (index: number) =>
    sides.map((side) => ({ cells: side.flatMap(({ buckets }) => buckets[index] ?? []) }));
  const buckets = groups[0]?.buckets ?? [];
  return [
    ...buckets.flatMap((_, index) => inBucket(index)),
    ...sides.map((side) => ({ cells: side.map(({ total }) => total) })),
    ...(additiveOverTime
      ? groups.map((group) => ({ cells: group.buckets, total: group.total }))
      : []),
  ];
}

/** With two dimensions the groups of each value of the first, then of each value of the second. */
function groupsSideBySide(groups: Group[]): Group[][] {
  if (groups.every(({ key }) => key.length < 2)) return [groups];
  return [0, 1].flatMap((dimension) => [
    ...Map.groupBy(groups, ({ key }) => key[dimension]).values(),
  ]);
}

function byName(a: Group, b: Group): number {
  for (const [index, name] of a.key.entries()) {
    const other = b.key[index] ?? "";
    if (name !== other) return name < other ? -1 : 1;
  }
  return 0;
}
