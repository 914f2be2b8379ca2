/** What is read for a question. */
import { pairNumber } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";

export interface Reading extends Omit<SumQuery, "bothWithin"> {
  /**
   * Of pairs of answers whose later one lies in a bucket: all, those whose earlier one lies in it too, or those whose earlier
   * one lies before it; x is that of two answers of one day.
   */
  pairs?: "all" | "within" | "across";
}

/** The sums of one reading, less those of another where that is less to go through. */
export interface Readings {
  of: Reading;
  less: Reading | null;
}

/**
 * Pairs within a long range are nearly all of those that end in it: all, of which weeks are kept added up, less those that
 * begin before it. In a short one they are the closest, which lie together. `isKept` tells whether all are kept so.
 */
export function readingsOf(
  { bothWithin, ...query }: SumQuery,
  isKept: (all: Reading) => boolean,
): Readings {
  if (!bothWithin) return { of: query, less: null };
  const { belowX, ...apart } = query;
  const all: Reading = { ...apart, pairs: "all" };
  const isWhole = query.wholeRange === true && query.withEarlier !== true;
  const reach = leastOf(query.to - query.from + 1);
  if (isWhole && (belowX ?? reach) >= reach && isKept(all)) {
    return { of: all, less: { ...apart, pairs: "across" } };
  }
  return { of: { ...query, pairs: "within" }, less: null };
}

/** The least x of pairs with so many days between. */
export function leastOf(gap: number): number {
  return pairNumber({ gap, scores: [1, 1] });
}

/** The first rows less the second. */
export function lessThose(rows: readonly SumRow[], others: readonly SumRow[]): SumRow[] {
  const nameOf = ({ key, day, x }: SumRow): string => [...key, day, x].join("|");
  const sums = new Map(rows.map((row) => [nameOf(row), row]));
  for (const other of others) {
    const name = nameOf(other);
    const n = (sums.get(name)?.n ?? 0) - other.n;
    sums.set(name, { ...other, n });
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}
