/** What an experiment's outcomes and cohorts are drawn as: effects in points, and a mark for where each stands. */
import type {
  CohortRow,
  Comparison,
  ExperimentResults,
  OutcomeComparison,
} from "#shared/contract/experiment-results.ts";
import type { Figure } from "#shared/contract/metric.ts";
import { generations, UNKNOWN } from "#shared/vocabulary.ts";
import { type Effect, toneOf } from "./effects.ts";

export function experimentEffect(one: OutcomeComparison): Effect {
  const { difference, low, high, size, moved, better } = one;
  return { value: difference, low, high, size, other: null, tone: toneOf(moved, better) };
}

/** Never in a colour: cohorts are looked at, and prove nothing. */
export function cohortEffect({ difference, low, high }: CohortRow, size: number): Effect {
  return { value: difference, low, high, size, other: null, tone: "neutral" };
}

/** Generations oldest first, others as they come; what is not known last. */
export function orderedCohorts(rows: readonly CohortRow[]): CohortRow[] {
  const order: readonly string[] = generations;
  const rank = ({ value }: CohortRow) =>
    value === UNKNOWN
      ? order.length + 1
      : order.includes(value)
        ? order.indexOf(value)
        : order.length;
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

/** Why a cohort has no difference: `hidden` as a small cell, or `few`; null where it has one. */
export function cohortMissing({
  difference,
  control,
  variant,
}: CohortRow): "hidden" | "few" | null {
  if (difference !== null) return null;
  return control.suppressed || variant.suppressed ? "hidden" : "few";
}

export type Mark = "missing" | "rose" | "fell" | "noDifference" | "notWorse" | "unclear";

/** Of what is watched, that it is not worse comes before that it is the same. */
export function markOf(one: OutcomeComparison): Mark {
  const { difference, moved, role, notWorse, noDifference } = one;
  if (difference === null) return "missing";
  if (moved !== "unclear") return moved;
  if (role === "guardrail" && notWorse) return "notWorse";
  return noDifference ? "noDifference" : notWorse ? "notWorse" : "unclear";
}

export function primaryOf({ outcomes }: Comparison): OutcomeComparison | undefined {
  return outcomes.find(({ role }) => role === "primary");
}

/** The one that the recommendation is about comes first, the others as planned. */
export function comparisonsOf({ comparisons, variant }: ExperimentResults): Comparison[] {
  return comparisons.toSorted(
    (a, b) => Number(b.variant === variant) - Number(a.variant === variant),
  );
}

/** Whether nobody was asked, decided or answered, in any variant. */
export function hasNothing({ arms, unplanned, comparisons }: ExperimentResults): boolean {
  const outcomes = comparisons.flatMap((one) => one.outcomes);
  const isNothing = (figure: Figure) => !figure.suppressed && figure.n === 0;
  return (
    unplanned.length === 0 &&
    arms.every(({ people }) => people === 0) &&
    outcomes.every(({ control, variant }) => isNothing(control) && isNothing(variant))
  );
}

/** People seen, of all variants; null where one of them is hidden. */
export function peopleOf({ arms }: Pick<ExperimentResults, "arms">): number | null {
  return arms.reduce<number | null>(
    (sum, { people }) => (sum === null || people === null ? null : sum + people),
    0,
  );
}
