/** What is read for a question. */
import { leastWithGap } from "../../../fold/facts.ts";
import type { SumQuery, SumRow } from "../../store.ts";
import { weekOf } from "./places.ts";

/** From the first on, or any, and before the second. */
export interface EarlierDays {
  from?: number;
  below: number;
}

export interface Reading extends Omit<SumQuery, "bothWithin"> {
  /**
   * Of pairs of answers whose later one lies in a bucket: all, those whose earlier one lies in it too, or those whose earlier
   * one lies on these days; x is that of two answers of one day.
   */
  pairs?: "all" | "within" | EarlierDays;
}

/** The sums of one reading, less those of others where that is less to go through. */
export interface Readings {
  of: Reading;
  less: Reading[];
}

/**
 * Pairs within a long range are nearly all of those that end in it: all, of which weeks are kept added up, less those that
 * begin before it: in earlier weeks, of which both ends' are kept added up, or in the week that it begins in. In a short one
 * they are the closest, which lie together. `isKept` tells whether all are kept so.
 */
export function readingsOf(
  { bothWithin, ...query }: SumQuery,
  isKept: (all: Reading) => boolean,
): Readings {
  if (!bothWithin) return { of: query, less: [] };
  const { belowX, ...apart } = query;
  const all: Reading = { ...apart, pairs: "all" };
  const isWhole = query.wholeRange === true && query.withEarlier !== true;
  const reach = leastWithGap(query.to - query.from + 1);
  if (belowX !== undefined && belowX < reach)
    return { of: { ...query, pairs: "within" }, less: [] };
  if (!isWhole || !isKept(all)) return { of: { ...apart, pairs: "within" }, less: [] };
  const { from } = query;
  const monday = weekOf(from);
  const before: EarlierDays[] = [{ below: monday }];
  if (monday < from) before.push({ from: monday, below: from });
  return { of: all, less: before.map((pairs) => ({ ...apart, pairs })) };
}

/** The first rows less the others. */
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
