/**
 * Log-rank test: do groups keep their consent equally long?
 *
 * Formula: at each day with events, n_i at risk in group i, N in all, e events in all:
 *   expected_i += e n_i/N, V_ij += e (N − e)/(N − 1) · n_i/N · (δ_ij − n_j/N), nothing where N = 1;
 *   chi-square = d' V⁻¹ d, d = observed − expected, over all but one group. V is the Laplacian of
 *   a graph on the groups, and invertible so where that graph is connected.
 * Ties: events before censoring on a day; the variance is hypergeometric, not Σ(O − E)²/E.
 * Units: events; degrees of freedom = groups ever at risk at an event − 1.
 * Null: the test with fewer than two such groups, or where V is singular (some were never at risk
 * beside the others, or all at risk went at once). `observed`, `expected` list every group.
 * Source: Mantel 1966, Cancer Chemother. Rep. 50:163; Peto & Peto 1972, JRSS A 135:185; R survdiff.
 */
import { type DayCounts, survivalCurve } from "./kaplan-meier.ts";
import { eliminate, quadraticForm } from "./laplacian.ts";
import { differenceOfProducts } from "./products.ts";
import { chiSquareAbove } from "./tails.ts";

export type LogRank = {
  observed: number[];
  expected: number[];
  chiSquare: number | null;
  degreesOfFreedom: number | null;
  pValue: number | null;
};

export function logRank(groups: readonly (readonly DayCounts[])[]): LogRank {
  const curves = groups.map(survivalCurve);
  const expected = groups.map(() => 0);
  const apart = groups.map(() => 0);
  const weights = groups.map(() => new Float64Array(groups.length));
  // Of each group the first step that is not past yet: those at risk there are at risk today.
  const next = groups.map(() => 0);
  const days = curves.flatMap(({ steps }) =>
    steps.flatMap(({ day, events }) => (events > 0 ? [day] : [])),
  );
  for (const day of new Set(days.toSorted((a, b) => a - b))) {
    const today = curves.map(({ steps }, i) => {
      let at = next[i] ?? 0;
      while ((steps[at]?.day ?? day) < day) at += 1;
      next[i] = at;
      const step = steps[at];
      return { atRisk: step?.atRisk ?? 0, events: step?.day === day ? step.events : 0 };
    });
    const atRisk = today.reduce((sum, group) => sum + group.atRisk, 0);
    const events = today.reduce((sum, group) => sum + group.events, 0);
    const variance = atRisk === 1 ? 0 : (events * (atRisk - events)) / (atRisk - 1);
    for (const [i, group] of today.entries()) {
      expected[i] = (expected[i] ?? 0) + (events * group.atRisk) / atRisk;
      const gap = differenceOfProducts(group.events, atRisk, events, group.atRisk) / atRisk;
      apart[i] = (apart[i] ?? 0) + gap;
      for (const [j, other] of today.entries()) {
        const row = weights[i];
        const weight = variance * (group.atRisk / atRisk) * (other.atRisk / atRisk);
        if (row && i !== j) row[j] = (row[j] ?? 0) + weight;
      }
    }
  }
  const observed = curves.map(({ steps }) => steps.reduce((sum, { events }) => sum + events, 0));
  return { observed, expected, ...testOf(expected, apart, weights) };
}

function testOf(expected: number[], apart: number[], weights: Float64Array[]) {
  const left = [...expected.keys()].filter((i) => (expected[i] ?? 0) > 0);
  const pick = (row: ArrayLike<number>) => Float64Array.from(left, (j) => row[j] ?? 0);
  const elimination = eliminate(left.map((i) => pick(weights[i] ?? [])));
  if (left.length < 2 || elimination.parts > 1) {
    return { chiSquare: null, degreesOfFreedom: null, pValue: null };
  }
  const chiSquare = quadraticForm(elimination, [...pick(apart)]);
  const degreesOfFreedom = left.length - 1;
  return { chiSquare, degreesOfFreedom, pValue: chiSquareAbove(chiSquare, degreesOfFreedom) };
}
