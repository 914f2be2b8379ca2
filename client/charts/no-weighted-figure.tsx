import type { MetricAnswer } from "#shared/contract/metric.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { strataText } from "../components/labels.ts";
import { t } from "../i18n/translate.ts";
import { missingOf, nameOf } from "./weights-notes.ts";

/** In place of an empty chart: there are data, but not from all strata of the population. */
export function NoWeightedFigure({ answer }: { answer: MetricAnswer }) {
  if (answer.weights === undefined) return null;
  return (
    <EmptyState
      icon="filter"
      title={t("weights.emptyTitle", { name: nameOf(answer.weights) })}
      text={t("weights.emptyText", { strata: strataText(missingOf(answer)) })}
    />
  );
}
