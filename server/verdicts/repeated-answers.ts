/**
 * Answers of the same people are not independent: what that does to a share, and to a gap of a series.
 *
 * Formula: D, the design effect of a share, by what its interval is wider than Wilson's (clustered.ts). A gap Σ w value over weeks
 *   has 2 Σ_pairs (w_i/n_i)(w_j/n_j) c_ij more variance than independent answers would give it; c_ij = r · p(1 − p), p the mean of
 *   the two weeks, r the correlation that all pairs show together, 0…1. Weights of one sign widen the gap; of two, as of an answer
 *   before and one after, they narrow it: who answered both times takes along what is theirs alone. However many did, of the
 *   counting variance Σ w² v of the weeks 1 − r is left, since a person's part in it is a square.
 * Source: Kish 1965, Survey Sampling, 12.4 (overlapping samples: a change is known better than from two independent ones).
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

/** Below 0 where they narrow. `weights`: of the weeks' values in the gap. `placeOf`: the place among `units` of a week's own. */
export function varianceOfRepeats(
  units: readonly Unit[],
  weights: readonly number[],
  pairs: readonly PairCell[],
  placeOf: (week: number) => number | undefined,
): number {
  let [shared, most, weighed] = [0, 0, 0];
  for (const pair of pairs) {
    const [i, j] = [placeOf(pair.week) ?? -1, placeOf(pair.since) ?? -1];
    const [one, other] = [units[i], units[j]];
    if (one === undefined || other === undefined) continue;
    const share = (one.value + other.value) / 2;
    const spread = Math.max(0, share * (1 - share)) * pair.pairs;
    shared += pair.products - share * pair.sums + share * share * pair.pairs;
    most += spread;
    weighed += ((weights[i] ?? 0) / one.n) * ((weights[j] ?? 0) / other.n) * spread;
  }
  if (!(most > 0)) return 0;
  const correlation = Math.min(1, Math.max(0, shared / most));
  const counted = units.reduce((sum, unit, i) => sum + (weights[i] ?? 0) ** 2 * unit.variance, 0);
  return correlation * Math.max(2 * weighed, -counted);
}
