import type { ReactNode } from "react";
import type { Figure } from "#shared/contract/metric.ts";
import { valueText } from "../../components/estimate.tsx";
import { formatFixed } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  early: Figure | null;
  effort: Figure | null;
  /** Of whom, where the first of them is weighted. */
  weights?: ReactNode;
}

/** Whether people regret their yes, and whether the way out is as easy as the way in. */
export function Headline({ early, effort, weights }: Props) {
  if (early === null) return null;
  const sentence = effort === null ? null : effortSentence(effort);
  return (
    <p className="headline">
      {!isLacking(early) && <span>{regretSentence(early)}</span>}
      {weights}
      {sentence !== null && <small>{sentence}</small>}
    </p>
  );
}

/** Whether there are consents, but not from all of the population that they are weighted to. */
function isLacking(figure: Figure): boolean {
  return !figure.suppressed && figure.n > 0 && figure.missing !== undefined;
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
