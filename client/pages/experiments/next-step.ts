import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { isStopped, SENSIBLE_DAYS } from "#shared/experiments.ts";
import { t } from "../../i18n/translate.ts";

/** What to do next: by the recommendation, and where it cannot be told, by what it would take. */
export function nextStep(results: ExperimentResults): string {
  const { recommendation, variant, comparisons, daysNeeded, experiment, plan } = results;
  const isOver = isStopped(experiment.status);
  if (recommendation === "broken" && plan.shares === "equal") return t("experiment.next.unwritten");
  if (recommendation !== "keep_running") {
    return t(`experiment.next.${recommendation}.${isOver ? "over" : "on"}`);
  }
  // One that merely came to its end still has to be stopped, but not to be waited for.
  const stage = isOver || results.ended ? "over" : "on";
  if (variant === null) return t(`experiment.next.alone.${stage}`);
  const told = comparisons.find((one) => one.variant === variant);
  const rose = told?.outcomes[0]?.moved === "rose";
  if (rose && told.unseen.length > 0) return t(`experiment.next.unseen.${stage}`);
  if (daysNeeded !== null && daysNeeded > SENSIBLE_DAYS) return t("experiment.next.tooLong");
  return t(`experiment.next.keep_running.${stage}`);
}
