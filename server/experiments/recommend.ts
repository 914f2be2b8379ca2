/** What to do with a variant: the first of section 6's list that applies. */

import type { Recommendation } from "#shared/contract/experiment-results.ts";
import type { ExperimentOutcome } from "#shared/experiments.ts";
import type { Judgement } from "./judge.ts";
import { isWaitedFor } from "./outcomes.ts";

export interface Judged {
  outcome: ExperimentOutcome;
  judgement: Judgement;
}

export interface Case {
  primary: Judgement;
  /** Null where nobody was asked what they understood. */
  understanding: Judgement | null;
  guardrails: readonly Judged[];
}

export function recommend({ primary, understanding, guardrails }: Case): Recommendation {
  if (primary.improved && understanding?.harmed) return "more_accepted_less_understood";
  if (primary.harmed || guardrails.some(({ judgement }) => judgement.harmed)) {
    return "keep_the_control";
  }
  if (primary.improved && unclear(guardrails).length === 0) return "ship";
  if (primary.noDifference) return "no_difference";
  return "keep_running";
}

/** The guardrails that a variant still waits for. */
export function unclear(guardrails: readonly Judged[]): Judged[] {
  return guardrails.filter(({ outcome, judgement }) => isWaitedFor(outcome) && !judgement.notWorse);
}

/**
 * Of several variants: to ship the best of those that may be, else to keep running while one of them may still get there,
 * else the first of the list that applies to any.
 */
export function overall<One extends { recommendation: Recommendation; difference: number | null }>(
  variants: readonly One[],
): One | null {
  const having = (wanted: Recommendation) =>
    variants
      .filter(({ recommendation }) => recommendation === wanted)
      .toSorted((a, b) => (b.difference ?? -1) - (a.difference ?? -1))[0];
  for (const wanted of ["ship", "keep_running"] as const) {
    const found = having(wanted);
    if (found !== undefined) return found;
  }
  return (
    having("more_accepted_less_understood") ??
    having("keep_the_control") ??
    having("no_difference") ??
    null
  );
}
