import type { MetricAnswer } from "#shared/contract/metric.ts";
import { totalOf } from "../../charts/metric-tile.tsx";
import { differenceOf } from "../../charts/shape/difference.ts";
import { shapeForest, spreadOf } from "../../charts/shape/forest.ts";
import { valueText } from "../../components/estimate.tsx";
import { formatPoints } from "../../format/numbers.ts";
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
      <span>{sentenceOf(overall)}</span>
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

function sentenceOf(answer: MetricAnswer): string {
  const now = totalOf(answer);
  if (now.suppressed) return t("optIn.headlineHidden");
  if (now.value === null) return t("optIn.headlineNone");
  const value = valueText({ figure: now, unit: "share" });
  const before = answer.compare === undefined ? null : totalOf(answer.compare);
  const difference = before === null ? null : differenceOf(now, before, "share");
  if (before === null || difference === null) return t("optIn.headline", { value });
  const words = { value, before: valueText({ figure: before, unit: "share" }) };
  const { interval } = difference;
  const isClear = interval !== null && (interval.low > 0 || interval.high < 0);
  return isClear
    ? t("optIn.headlineCompared", { ...words, difference: formatPoints(difference.value) })
    : t("optIn.headlineFlat", words);
}
