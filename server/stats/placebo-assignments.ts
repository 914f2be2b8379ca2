/**
 * Difference in differences with p-values and limits from placebo assignments: what the same estimate would have been, had
 * other cohorts been the treated ones.
 *
 * Formula: the effect is that of panel-did.ts. With z_c what the cohort and week dummies leave of "cohort c, after", an
 *   assignment A has e_A = Σ_A z·wy / |Σ_A z|², and overlaps the real one by k_A = Σ_A z·w Σ_real z / |Σ_A z|². All
 *   assignments of as many cohorts are enumerated; beyond 10 000, 9 999 are drawn with a fixed seed.
 *   p = (1 + those with |e_A| >= |e|) / (1 + assignments other than the real one).
 *   Limits: the values δ that this test does not reject once δ is taken out, |e_A − δ k_A| >= |e − δ|. Each A gives a stretch
 *   around e; the limit is the end that as many stretches reach as the level asks for.
 * Units: those of the values. `smallestP`: the p of the most extreme assignment there is.
 * Null: everything without cohorts on both sides, before and after; a limit where too few assignments reach any end.
 * Source: Fisher 1935; Abadie, Diamond & Hainmueller 2010, JASA 105:493; Conley & Taber 2011, REStat 93:113 (few treated).
 */
import { countOf, subsetsOf } from "./subsets.ts";
import { twoWay } from "./two-way.ts";

export type PlaceboCell = {
  cohort: string;
  week: number;
  exposed: boolean;
  after: boolean;
  successes: number;
  trials: number;
};

export type PlaceboEffect = {
  effect: number;
  pValue: number;
  limits: (confidence: number) => { low: number | null; high: number | null };
  assignments: number;
  drawn: boolean;
  smallestP: number;
};

const MOST = 10_000;
const ALIKE = 1e-9;
const NOTHING = 1e-9;

export function placeboAssignments(panel: readonly PlaceboCell[]): PlaceboEffect | null {
  const cells = panel.filter(({ trials }) => trials > 0);
  const cohorts = [...new Set(cells.map(({ cohort }) => cohort))].toSorted();
  const exposed = cohorts.flatMap((name, i) =>
    cells.some((cell) => cell.cohort === name && cell.exposed) ? [i] : [],
  );
  if (exposed.length === 0 || exposed.length === cohorts.length) return null;
  const { products, crossed } = innerProducts(cells, cohorts);
  const estimate = (chosen: readonly number[]) => {
    let [top, size, overlap] = [0, 0, 0];
    for (const c of chosen) {
      top += products[c] ?? 0;
      for (const other of chosen) size += crossed[c]?.[other] ?? 0;
      for (const other of exposed) overlap += crossed[c]?.[other] ?? 0;
    }
    return size > NOTHING ? { e: top / size, k: overlap / size } : null;
  };
  const real = estimate(exposed);
  if (real === null) return null;
  const total = countOf(cohorts.length, exposed.length);
  const drawn = total > MOST;
  const chosen = subsetsOf(cohorts.length, exposed.length, drawn ? MOST - 1 : null);
  const others = chosen.flatMap((subset) => {
    if (subset.length === exposed.length && subset.every((c, i) => c === exposed[i])) return [];
    const placebo = estimate(subset);
    return placebo === null ? [] : [placebo];
  });
  const size = Math.abs(real.e) * (1 - ALIKE);
  const extreme = others.filter(({ e }) => Math.abs(e) >= size).length;
  const stretches = others.map(({ e, k }) => stretchOf(real.e, e, k));
  const highs = stretches.map(({ high }) => high).toSorted((a, b) => b - a);
  const lows = stretches.map(({ low }) => low).toSorted((a, b) => a - b);
  return {
    effect: real.e,
    pValue: (1 + extreme) / (1 + others.length),
    limits: (confidence) => {
      // δ stays as long as 1 + those that reach it is more than the level's share of all.
      const reach = Math.floor((1 - confidence) * (1 + others.length) + ALIKE);
      const end = (limit: number | undefined) =>
        limit === undefined || !Number.isFinite(limit) ? null : limit;
      if (reach < 1) return { low: null, high: null };
      return { low: end(lows[reach - 1]), high: end(highs[reach - 1]) };
    },
    assignments: others.length,
    drawn,
    smallestP: 1 / (1 + others.length),
  };
}

/** Where |e_A − δ k| >= |e − δ|: a stretch around e, endless where the assignment is the real one turned round. */
function stretchOf(real: number, e: number, k: number): { low: number; high: number } {
  const ends = [
    Math.abs(1 - k) < NOTHING ? null : (real - e) / (1 - k),
    Math.abs(1 + k) < NOTHING ? null : (real + e) / (1 + k),
  ];
  const [a, b] = ends;
  if (a === null || a === undefined || b === null || b === undefined) {
    return { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  }
  return { low: Math.min(a, b), high: Math.max(a, b) };
}

function innerProducts(cells: readonly PlaceboCell[], cohorts: readonly string[]) {
  const weights = cells.map(({ trials }) => trials);
  const fit = twoWay(cells, weights);
  const y = fit.residuals(cells.map(({ successes, trials }) => successes / trials));
  const residuals = cohorts.map((name) =>
    fit.residuals(cells.map(({ cohort, after }) => (cohort === name && after ? 1 : 0))),
  );
  // Loops by index, and each pair once: a simulation does little else.
  const inner = (a: readonly number[], b: readonly number[]) => {
    let sum = 0;
    for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0) * (weights[i] ?? 0);
    return sum;
  };
  const crossed = residuals.map(() => new Array<number>(residuals.length).fill(0));
  for (const [i, z] of residuals.entries()) {
    for (const [j, other] of residuals.slice(0, i + 1).entries()) {
      const product = inner(z, other);
      (crossed[i] ?? [])[j] = product;
      (crossed[j] ?? [])[i] = product;
    }
  }
  return { products: residuals.map((z) => inner(z, y)), crossed };
}
