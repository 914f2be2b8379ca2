import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { Forest } from "../../charts/forest.tsx";
import { shapeBeforeAfter } from "../../charts/shape/before-after.ts";
import { dimensionLabel, metricLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { t } from "../../i18n/translate.ts";
import { useOutcome } from "./use-outcome.ts";
import { weeksText } from "./window-text.ts";

/** Plain figures of either side, by generation: whom it reached. */
export function GenerationPanel({ answer }: { answer: VerdictAnswer }) {
  const { byGeneration, window, k } = answer;
  const [metric, setMetric] = useOutcome();
  const shown = byGeneration.find((one) => one.metric === metric) ?? byGeneration[0];
  if (shown === undefined) return null;
  return (
    <Panel
      title={t("verdict.byGeneration")}
      metric={shown.metric}
      description={t("verdict.byGenerationText", {
        before: weeksText(window.baselineFrom, window.baselineTo) ?? "–",
        after: weeksText(window.afterFrom, window.afterTo) ?? "–",
      })}
      actions={
        <SelectField
          label={t("verdict.outcome")}
          value={shown.metric}
          options={byGeneration.map((one) => ({
            value: one.metric,
            label: metricLabel(one.metric),
          }))}
          onChange={setMetric}
        />
      }
    >
      <Forest
        title={`${t("verdict.byGeneration")}: ${metricLabel(shown.metric)}`}
        groupHeader={dimensionLabel("generation")}
        shape={shapeBeforeAfter(shown.groups)}
        unit="share"
        k={k}
        hasBefore
        isNarrow
      />
    </Panel>
  );
}
