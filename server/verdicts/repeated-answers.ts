/**
 * What answers of the same people add to the variance of a gap between before and after, beyond what its weeks show.
 *
 * Formula: on each side (D − 1) · p(1 − p)/n, D the design effect of the answers of that side (clustered.ts, by what its interval
 *   is wider than Wilson's). That the same people stand on both sides would narrow the gap, and is not taken.
 */
import { clusteredShare } from "../stats/clustered.ts";
import { wilson } from "../stats/wilson.ts";
import type { PairCell, Unit } from "./panel.ts";

export function designEffect(
  units: readonly Unit[],
  pairs: readonly PairCell[],
  within: (week: number) => boolean,
): { n: number; share: number; effect: number } {
  const n = Math.round(units.reduce((sum, unit) => sum + unit.n, 0));
  const sum = units.reduce((total, unit) => total + unit.n * unit.value, 0);
  const share = n === 0 ? 0 : sum / n;
  const own = pairs.filter(({ week, since }) => within(week) && within(since));
  const total = own.reduce(
    (all, pair) => ({
      pairs: all.pairs + pair.pairs,
      products: all.products + pair.products,
      sums: all.sums + pair.sums,
    }),
    { pairs: 0, products: 0, sums: 0 },
  );
  const successes = Math.round(sum);
  if (total.pairs === 0 || successes <= 0 || successes >= n) return { n, share, effect: 1 };
  const width = ({ low, high }: { low: number | null; high: number | null }) =>
    (high ?? 1) - (low ?? 0);
  const ratio =
    width(clusteredShare(successes, n, total, 0.95)) / width(wilson(successes, n, 0.95));
  return { n, share, effect: Math.max(1, ratio * ratio) };
}

export function varianceOfRepeats({ n, share, effect }: ReturnType<typeof designEffect>): number {
  return n === 0 ? 0 : ((effect - 1) * Math.max(0, share * (1 - share))) / n;
}
