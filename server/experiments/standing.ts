/**
 * Where one arm stands by the end of a day: the share so far, and how well it is known.
 *
 * Formula: variance = p(1 − p)/n · D; `effective` = n/D, the people that the n come to. D, the design effect, allows for
 *   several of the n being of one person. Sums do not say whose they were, but one person is at most once in a stratum
 *   (purpose and notice), so D = (Σ √n_s)² / Σ n_s: what it is if a person always decides alike. With one stratum D = 1.
 *   Of fewer than 5 yes or no, the variance is that of 5: what has hardly been seen is not known to be rare.
 * Units: shares 0…1. Null: value and variance where n = 0.
 * Source: Kish 1965, Survey Sampling, 5.4; the bound is Cauchy and Schwarz's.
 */
import { designEffect, type PairSums, peopleOf } from "../stats/clustered.ts";

export interface Standing {
  n: number;
  count: number;
  effective: number;
  value: number | null;
  variance: number | null;
}

/** What one day adds in one stratum. */
export interface Flow {
  day: number;
  stratum: string;
  n: number;
  count: number;
}

/** Answers of one day: how many, those in the top boxes, and the pairs of one person's that end on it. */
export interface AnswerFlow extends PairSums {
  day: number;
  n: number;
  count: number;
}

/** Days since 1970, both included. */
export interface Days {
  first: number;
  last: number;
}

const FEWEST_SEEN = 5;

export function standing(n: number, count: number, effect = 1): Standing {
  if (n === 0) return { n, count, effective: 0, value: null, variance: null };
  const least = Math.min(FEWEST_SEEN, n / 2);
  const yes = Math.min(Math.max(count, least), n - least);
  const variance = (((yes / n) * ((n - yes) / n)) / n) * effect;
  return { n, count, effective: n / effect, value: count / n, variance };
}

/** By the end of each of the days. */
export function standings(flows: readonly Flow[], { first, last }: Days): Standing[] {
  const byDay = Map.groupBy(flows, ({ day }) => day);
  const strata = new Map<string, number>();
  let [n, count] = [0, 0];
  return daysFrom(first, last).map((day) => {
    for (const flow of byDay.get(day) ?? []) {
      strata.set(flow.stratum, (strata.get(flow.stratum) ?? 0) + flow.n);
      n += flow.n;
      count += flow.count;
    }
    return standing(n, count, strataEffect([...strata.values()]));
  });
}

/** Of survey answers, of which pairs say exactly how many are of one person. */
export function answerStandings(flows: readonly AnswerFlow[], { first, last }: Days): Standing[] {
  const byDay = Map.groupBy(flows, ({ day }) => day);
  const so = { n: 0, count: 0, pairs: 0, products: 0, sums: 0 };
  return daysFrom(first, last).map((day) => {
    for (const flow of byDay.get(day) ?? []) {
      for (const name of ["n", "count", "pairs", "products", "sums"] as const)
        so[name] += flow[name];
    }
    if (so.n === 0) return standing(0, 0);
    const scores = { n: so.n, sum: so.count, sumOfSquares: so.count };
    const effect = so.pairs === 0 ? 1 : designEffect(scores, so);
    return { ...standing(so.n, so.count, effect), effective: peopleOf(so.n, so) };
  });
}

export function strataEffect(sizes: readonly number[]): number {
  const all = sizes.reduce((sum, n) => sum + n, 0);
  const known = sizes.filter((n) => n > 0);
  if (known.length < 2) return 1;
  return known.reduce((sum, n) => sum + Math.sqrt(n), 0) ** 2 / all;
}

function daysFrom(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
