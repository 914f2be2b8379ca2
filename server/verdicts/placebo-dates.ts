/** The same gap at dates on which nothing happened: how often it seems to be proven there, and how much wider intervals have to be. */
import { filterFit, type SeriesWeek } from "../stats/ar1-filter.ts";
import { FEWEST_WEEKS_BEFORE } from "./panel.ts";

/** Weeks between two placebo dates: most of their weeks after are then their own. */
const BETWEEN_PLACEBOS = 4;
const TOLERATED = 0.1;
const LEVEL_Z = 1.959964;

/** `rho`, `tau`: those of the whole series. */
export function placeboDates(
  rows: readonly SeriesWeek[],
  weeksAfter: number,
  rho: number,
  tau: number,
): { tried: number; rejected: number; widenedBy: number } {
  const scores = placeboScores(rows, weeksAfter, rho, tau);
  const rejected = scores.filter((score) => score > LEVEL_Z).length;
  return { tried: scores.length, rejected, widenedBy: widening(scores) };
}

/** |z| of the same gap at earlier dates, each with twelve weeks before and as many after as the change has. */
function placeboScores(
  rows: readonly SeriesWeek[],
  weeksAfter: number,
  rho: number,
  tau: number,
): number[] {
  const scores: number[] = [];
  for (let from = rows.length - weeksAfter; from >= FEWEST_WEEKS_BEFORE; from -= BETWEEN_PLACEBOS) {
    const after = rows.slice(from, from + weeksAfter);
    const precisions = after.map(({ variance }) => 1 / (variance + tau * tau));
    const all = precisions.reduce((a, b) => a + b, 0);
    const fit = filterFit(rows.slice(0, from), rho, tau * tau);
    const gap = fit?.gap(
      after,
      precisions.map((one) => one / all),
    );
    if (gap !== undefined && gap.variance > 0) {
      scores.push(Math.abs(gap.effect) / Math.sqrt(gap.variance));
    }
  }
  return scores;
}

/** By how much intervals have to grow until no more than a tenth of the placebo dates reject; 1 where they don't. */
function widening(scores: readonly number[]): number {
  const allowed = Math.floor(TOLERATED * scores.length);
  const marginal = scores.toSorted((a, b) => b - a)[allowed];
  return marginal === undefined ? 1 : Math.max(1, marginal / LEVEL_Z);
}
