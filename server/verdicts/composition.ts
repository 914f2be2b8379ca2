/**
 * Holds the mix of people at its weights before a change, so that more of the young is not read as more trust.
 *
 * Formula: of stratum s, W its share of the facts before and p its mean then. In a week, δ = Σ (sum − n p) / Σ n says how far
 *   the week as a whole lies off; the stratum's mean there is (sum + m (p + δ)) / (n + m); value = Σ W × that. So a stratum
 *   with many facts speaks for itself (direct standardisation), one with few borrows the movement of all. The value is
 *   linear in the sums, so its counting variance is Σ coefficient² · n p(1 − p).
 *   With one stratum the value is sum/n, and its variance p(1 − p)/n.
 * Units: those of the values; p(1 − p) only of means in 0…1, else the variance is unknown: 0.
 * Range: strata without facts before have no weight, and are left out.
 * Source: Kitagawa 1955, JASA 50:1168 (direct); Ghosh & Rao 1994, Stat. Sci. 9:55 (composite estimates of small groups).
 */
import type { Unit } from "./panel.ts";

type Row = { stratum: string; week: number; n: number; sum: number };

/** Facts of a stratum that weigh as much as the movement of all. */
const BORROWED = 20;

/** One unit for each week with facts, ascending. `isBefore` tells the weeks whose mix is held. */
export function holdMix(rows: readonly Row[], isBefore: (week: number) => boolean): Unit[] {
  const strata = strataOf(rows.filter(({ week }) => isBefore(week)));
  const weeks = Map.groupBy(
    rows.filter(({ stratum, n }) => n > 0 && strata.has(stratum)),
    ({ week }) => week,
  );
  return [...weeks]
    .map(([week, own]) => unitOf(week, own, strata))
    .toSorted((a, b) => a.week - b.week);
}

type Stratum = { weight: number; mean: number };

function strataOf(before: readonly Row[]): Map<string, Stratum> {
  const totals = new Map<string, { n: number; sum: number }>();
  const all = { n: 0, sum: 0 };
  for (const { stratum, n, sum } of before) {
    if (n === 0) continue;
    const own = totals.get(stratum) ?? { n: 0, sum: 0 };
    totals.set(stratum, { n: own.n + n, sum: own.sum + sum });
    all.n += n;
    all.sum += sum;
  }
  const mean = all.sum / all.n;
  return new Map(
    [...totals].map(([stratum, { n, sum }]) => [
      stratum,
      { weight: n / all.n, mean: (sum + BORROWED * mean) / (n + BORROWED) },
    ]),
  );
}

function unitOf(week: number, rows: readonly Row[], strata: ReadonlyMap<string, Stratum>): Unit {
  const merged = new Map<string, { n: number; sum: number }>();
  let n = 0;
  for (const row of rows) {
    const own = merged.get(row.stratum) ?? { n: 0, sum: 0 };
    merged.set(row.stratum, { n: own.n + row.n, sum: own.sum + row.sum });
    n += row.n;
  }
  let off = 0;
  let borrowing = 0;
  for (const [name, { weight, mean }] of strata) {
    const own = merged.get(name) ?? { n: 0, sum: 0 };
    off += own.sum - own.n * mean;
    borrowing += (weight * BORROWED) / (own.n + BORROWED);
  }
  let value = (borrowing * off) / n;
  let variance = 0;
  for (const [name, { weight, mean }] of strata) {
    const own = merged.get(name) ?? { n: 0, sum: 0 };
    value += (weight * (own.sum + BORROWED * mean)) / (own.n + BORROWED);
    const coefficient = weight / (own.n + BORROWED) + borrowing / n;
    variance += coefficient ** 2 * own.n * Math.max(0, mean * (1 - mean));
  }
  return { week, n, value, variance };
}
