import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { peopleOf } from "../../charts/shape/experiment-effects.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** "3,711 of 4,000 people planned" */
export function peopleText({ arms, plan }: Pick<ExperimentResults, "arms" | "plan">): string {
  const seen = peopleOf({ arms });
  if (seen === null) return t("experiment.peopleHidden");
  const count = formatCount(seen);
  return plan.plannedSubjects === null
    ? t("experiment.people", { count }, seen)
    : t("experiment.peopleOf", { count, planned: formatCount(plan.plannedSubjects) });
}
