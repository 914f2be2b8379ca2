import { verdictOutcomes } from "#shared/contract/verdict.ts";
import { useChoice } from "../../filters/use-choice.ts";

/** Which outcome is looked at, as `outcome` in the URL. */
export function useOutcome() {
  return useChoice("outcome", verdictOutcomes);
}
