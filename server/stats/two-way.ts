/**
 * What a weighted regression on cohort and week dummies leaves over.
 *
 * Formula: residuals v − α_cohort − β_week of weighted least squares. The α are eliminated; the β
 * solve the Laplacian that has Σ_c w_ct w_cs / w_c between weeks t and s (see laplacian.ts). The
 * residuals are fitted once more, which takes away what rounding left in them.
 * Units: those of the values. Range: weights > 0; cells may be missing, and come more than once.
 * `rank` is the number of dummies with a coefficient: cohorts + weeks − connected parts.
 * Source: Frisch & Waugh 1933, Lovell 1963 (regressing on residuals); Guimarães & Portugal 2010.
 */
import { eliminate, solve } from "./laplacian.ts";

export type Cell = { cohort: string; week: number };

export type TwoWay = {
  rank: number;
  cohorts: number;
  cohortOf: readonly number[];
  residuals: (values: readonly number[]) => number[];
};

const ROUNDS = 3;

export function twoWay(cells: readonly Cell[], weights: readonly number[]): TwoWay {
  const cohortOf = numbered(cells.map(({ cohort }) => cohort));
  const weekOf = numbered(cells.map(({ week }) => week));
  const cohorts = new Set(cohortOf).size;
  const weeks = new Set(weekOf).size;
  const ones = cells.map(() => 1);
  const perCohort = weightedSums(cohortOf, ones, weights, cohorts);
  const rows = Array.from({ length: cohorts }, () => new Float64Array(weeks));
  for (const [i, cohort] of cohortOf.entries()) {
    const row = rows[cohort];
    const week = weekOf[i] ?? 0;
    if (row) row[week] = (row[week] ?? 0) + (weights[i] ?? 0);
  }
  const elimination = eliminate(weekGraph(rows, perCohort, weeks));

  function fitOnce(values: readonly number[]): number[] {
    const means = weightedSums(cohortOf, values, weights, cohorts);
    for (let c = 0; c < cohorts; c += 1) means[c] = (means[c] ?? 0) / (perCohort[c] ?? 1);
    const centred = values.map((value, i) => value - (means[cohortOf[i] ?? 0] ?? 0));
    const effects = solve(elimination, weightedSums(weekOf, centred, weights, weeks));
    const ofWeek = weekOf.map((week) => effects[week] ?? 0);
    const shifts = weightedSums(cohortOf, ofWeek, weights, cohorts);
    return centred.map((value, i) => {
      const cohort = cohortOf[i] ?? 0;
      return value - ((ofWeek[i] ?? 0) - (shifts[cohort] ?? 0) / (perCohort[cohort] ?? 1));
    });
  }

  return {
    rank: cohorts + weeks - elimination.parts,
    cohorts,
    cohortOf,
    residuals: (values) => {
      let left = [...values];
      for (let round = 0; round < ROUNDS; round += 1) left = fitOnce(left);
      return left;
    },
  };
}

function weekGraph(rows: Float64Array[], perCohort: number[], weeks: number): Float64Array[] {
  const graph = Array.from({ length: weeks }, () => new Float64Array(weeks));
  for (const [c, row] of rows.entries()) {
    const present = [...row.keys()].filter((week) => (row[week] ?? 0) > 0);
    for (const t of present) {
      const target = graph[t];
      const share = (row[t] ?? 0) / (perCohort[c] ?? 1);
      for (const s of present)
        if (target && s !== t) target[s] = (target[s] ?? 0) + share * (row[s] ?? 0);
    }
  }
  return graph;
}

/** Values → 0, 1, 2 … in the order in which they first come. */
function numbered<Value>(values: readonly Value[]): number[] {
  const numbers = new Map<Value, number>();
  for (const value of values) if (!numbers.has(value)) numbers.set(value, numbers.size);
  return values.map((value) => numbers.get(value) ?? 0);
}

/** Loops by index: nothing in a simulation of panels runs more often. */
function weightedSums(
  groupOf: readonly number[],
  values: readonly number[],
  weights: readonly number[],
  groups: number,
): number[] {
  const totals = new Array<number>(groups).fill(0);
  for (let i = 0; i < groupOf.length; i += 1) {
    const group = groupOf[i] ?? 0;
    totals[group] = (totals[group] ?? 0) + (values[i] ?? 0) * (weights[i] ?? 0);
  }
  return totals;
}
