import type { OutcomeEffect } from "#shared/contract/verdict.ts";
import { probabilityText } from "../components/effect-text.ts";
import { casesLabel, valueLabel } from "../components/labels.ts";
import { formatCount, formatShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";

/** Cells beside an effect: the figures that it is the gap of, p, n, and what is still needed. */
export function EffectDetails({ outcome }: { outcome: OutcomeEffect }) {
  const { metric, before, after, n, nBefore, pAdjusted, answersOf } = outcome;
  const share = (value: number | null, cases: number | null) =>
    value === null ? "–" : formatShare(value, cases ?? 1000);
  return (
    <>
      <td className="is-number forest-wide">
        {share(before, nBefore)} → {share(after, n)}
        {answersOf !== null && (
          <span className="cell-basis">
            {t("verdict.answersOf", { purpose: valueLabel("purpose", answersOf) })}
          </span>
        )}
      </td>
      <td className="is-number forest-wide muted">{probabilityText(pAdjusted)}</td>
      <td className="is-number forest-wide muted">
        {n === null ? t("figure.hidden") : casesLabel(metric, n)}
        <StillNeeded outcome={outcome} />
      </td>
    </>
  );
}

export function StillNeeded({ outcome: { needed, neededDays } }: { outcome: OutcomeEffect }) {
  if (needed === null) return null;
  return (
    <span className="cell-basis">
      {t("verdict.needed")}: {formatCount(needed)}
      {neededDays !== null &&
        ` (${t("verdict.neededDays", { count: formatCount(neededDays) }, neededDays)})`}
    </span>
  );
}
