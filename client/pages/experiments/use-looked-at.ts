import type { Comparison, ExperimentResults } from "#shared/contract/experiment-results.ts";
import { comparisonsOf } from "../../charts/shape/experiment-effects.ts";
import { useChoice } from "../../filters/use-choice.ts";

/** The variant that is looked at closely, as `variant` in the URL: the one that the recommendation is about, unless said. */
export function useLookedAt(results: ExperimentResults) {
  const comparisons = comparisonsOf(results);
  const [first = "", ...others] = comparisons.map(({ variant }) => variant);
  const [variant, choose] = useChoice("variant", [first, ...others]);
  const comparison: Comparison | undefined = comparisons.find((one) => one.variant === variant);
  return { comparison, variant, variants: [first, ...others], choose };
}
