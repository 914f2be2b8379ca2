import type { MetricAnswer } from "#shared/contract/metric.ts";
import { strataText } from "../components/labels.ts";
import { t } from "../i18n/translate.ts";
import { missingOf, nameOf } from "./weights-notes.ts";

/** Under a sentence about a figure: to whom it is weighted, or why it cannot be said. */
export function WeightsLine({ answer }: { answer: MetricAnswer | undefined }) {
  if (answer?.weights === undefined) return null;
  const name = nameOf(answer.weights);
  const missing = missingOf(answer);
  return (
    <small>
      {missing.length === 0
        ? t("weights.headline", { name })
        : t("weights.headlineMissing", { name, strata: strataText(missing) })}
    </small>
  );
}
