import type { Figure } from "#shared/contract/metric.ts";
import { valueText } from "../../components/estimate.tsx";
import { formatFixed } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  early: Figure | null;
  effort: Figure | null;
}

/** Whether people regret their yes, and whether the way out is as easy as the way in. */
export function Headline({ early, effort }: Props) {
  if (early === null) return null;
  const sentence = effort === null ? null : effortSentence(effort);
  return (
    <p className="headline">
      <span>{regretSentence(early)}</span>
      {sentence !== null && <small>{sentence}</small>}
    </p>
  );
}

function regretSentence(early: Figure): string {
  if (early.suppressed) return t("withdrawals.headlineHidden");
  if (early.value === null) return t("withdrawals.headlineNone");
  if (early.value === 0) return t("withdrawals.headlineZero");
  return t("withdrawals.headline", { value: valueText({ figure: early, unit: "share" }) });
}

/** The interval decides what can be said; 1 stands for "as easy". */
function effortSentence(effort: Figure): string | null {
  if (effort.suppressed || effort.value === null) return null;
  if (effort.low === null || effort.high === null) return null;
  if (effort.low > 1) return t("withdrawals.effortHarder", { ratio: formatFixed(effort.value, 1) });
  return effort.high < 1 ? t("withdrawals.effortEasier") : t("withdrawals.effortAsEasy");
}
