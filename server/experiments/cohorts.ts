/**
 * Every cohort's own effect, exploratory: a difference that shows among many looked at is expected by chance.
 *
 * Formula: limits always valid at 1 − 0.05/m for m cohorts (Bonferroni), p Holm-adjusted; interaction by Cochran's
 *   Q = Σ w_i (d_i − d̄)², w_i = 1/SE_i², chi-square with m − 1 degrees of freedom. Q is for one look, and only a cohort
 *   that can be estimated counts in m.
 * Null: as for a look; the interaction with fewer than two cohorts.
 * Source: Cochran 1954, Biometrics 10:101; Holm 1979.
 */
import { holm } from "../stats/multiplicity.ts";
import { chiSquareAbove } from "../stats/tails.ts";
import { ALPHA, type Look, lookAt } from "./look.ts";
import type { Standing } from "./standing.ts";

export interface CohortArms {
  value: string;
  control: Standing;
  variant: Standing;
}

export interface CohortEffect {
  difference: number | null;
  low: number | null;
  high: number | null;
  pAdjusted: number | null;
}

export interface Interaction {
  q: number;
  degreesOfFreedom: number;
  p: number;
}

/** `tunedFor` is that of the whole comparison: a cohort is tuned for its part of the people so far. */
export function cohortEffects(
  cohorts: readonly CohortArms[],
  tunedFor: number,
): { effects: CohortEffect[]; interaction: Interaction | null } {
  const all = cohorts.reduce((sum, cohort) => sum + peopleIn(cohort), 0);
  const look = (cohort: CohortArms, alpha: number): Look | null => {
    const part = peopleIn(cohort) / all;
    const progress = { people: peopleIn(cohort), tunedFor: tunedFor * part };
    return lookAt(cohort.control, cohort.variant, progress, alpha);
  };
  const known = cohorts.filter((cohort) => look(cohort, ALPHA) !== null).length;
  const looks = cohorts.map((cohort) => look(cohort, ALPHA / Math.max(1, known)));
  const adjusted = holm(cohorts.map((cohort) => look(cohort, ALPHA)?.p ?? null));
  return {
    effects: looks.map((one, i) => ({
      difference: one?.difference ?? null,
      low: one?.low ?? null,
      high: one?.high ?? null,
      pAdjusted: adjusted[i] ?? null,
    })),
    interaction: interactionOf(looks.filter((one) => one !== null)),
  };
}

function peopleIn({ control, variant }: CohortArms): number {
  return control.effective + variant.effective;
}

function interactionOf(looks: readonly Look[]): Interaction | null {
  if (looks.length < 2) return null;
  const weights = looks.map(({ standardError }) => 1 / standardError ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean =
    looks.reduce((sum, { difference }, i) => sum + (weights[i] ?? 0) * difference, 0) / total;
  const q = looks.reduce(
    (sum, { difference }, i) => sum + (weights[i] ?? 0) * (difference - mean) ** 2,
    0,
  );
  const degreesOfFreedom = looks.length - 1;
  return { q, degreesOfFreedom, p: chiSquareAbove(q, degreesOfFreedom) };
}
