import type { MetricAnswer } from "#shared/contract/metric.ts";
import { totalOf } from "../../charts/metric-tile.tsx";
import { shapeForest, spreadOf } from "../../charts/shape/forest.ts";
import { WeightsLine } from "../../charts/weights-line.tsx";
import { missingOf } from "../../charts/weights-notes.ts";
import { valueText } from "../../components/estimate.tsx";
import { formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  overall: MetricAnswer;
  byGeneration: MetricAnswer | undefined;
}

/** The page in a sentence: how many say yes, whether that moved, and who stands out. */
export function Headline({ overall, byGeneration }: Props) {
  const spread = byGeneration === undefined ? null : spreadOf(shapeForest(byGeneration).rows);
  return (
    <p className="headline">
      {!isLacking(overall) && <span>{sentenceOf(overall)}</span>}
      <WeightsLine answer={overall} />
      {spread !== null && (
        <small>
          {t("optIn.spread", {
            best: spread.high.label,
            bestValue: valueText({ figure: spread.high.figure, unit: "share" }),
            worst: spread.low.label,
            worstValue: valueText({ figure: spread.low.figure, unit: "share" }),
          })}
        </small>
      )}
    </p>
  );
}

/** Whether there are decisions, but not from all of the population that they are weighted to. */
function isLacking(answer: MetricAnswer): boolean {
  return answer.weights !== undefined && missingOf(answer).length > 0;
}

function sentenceOf(answer: MetricAnswer): string {
  const now = totalOf(answer);
  if (now.suppressed) return t("optIn.headlineHidden");
  if (now.value === null) return t("optIn.headlineNone");
  const value = valueText({ figure: now, unit: "share" });
  const before = answer.compare?.series[0];
  if (before === undefined || before.difference === null) return t("optIn.headline", { value });
  const words = { value, before: valueText({ figure: before.total, unit: "share" }) };
  if (before.trend === "unknown") return t("optIn.headline", { value });
  if (before.trend === "unclear") return t("optIn.headlineFlat", words);
  const moved = { ...words, points: formatPointsSize(before.difference.value) };
  return before.difference.value > 0
    ? t("optIn.headlineUp", moved)
    : t("optIn.headlineDown", moved);
}
