import type { Comparison, OutcomeComparison } from "#shared/contract/experiment-results.ts";
import { DifferenceForest, type DifferenceRow } from "../../charts/difference-forest.tsx";
import { differenceText, rangeText } from "../../charts/difference-text.ts";
import { effectScale } from "../../charts/shape/effects.ts";
import { experimentEffect } from "../../charts/shape/experiment-effects.ts";
import { probabilityText } from "../../components/effect-text.ts";
import { Panel } from "../../components/panel.tsx";
import { formatFixed, formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { MarkWord } from "./mark-word.tsx";
import { FromTo } from "./outcome-cells.tsx";

/** What a variant must not harm, and what is only looked at. */
export function OutcomesPanel({ comparison }: { comparison: Comparison }) {
  const { variant, outcomes } = comparison;
  const watched = outcomes.filter(({ role }) => role !== "primary");
  const title = t("experiment.watched", { variant });
  const plotted = watched.filter(({ unit }) => unit === "share").map(experimentEffect);
  return (
    <Panel title={title} description={t("experiment.watchedText")}>
      <DifferenceForest
        title={title}
        header={t("verdict.outcome")}
        scale={effectScale(plotted)}
        columns={[
          `${t("experiment.control")} → ${t("experiment.variant")}`,
          t("experiment.size"),
          <abbr key="p" title={t("experiment.pText")}>
            {t("verdict.p")}
          </abbr>,
        ]}
        rows={watched.map(rowOf)}
      />
    </Panel>
  );
}

function rowOf(one: OutcomeComparison): DifferenceRow {
  const { outcome, role, unit, difference, missing, pAdjusted } = one;
  return {
    key: outcome,
    name: (
      <>
        {t(`experiment.outcome.${outcome}`)}
        {role === "beside" && <span className="cell-basis">{t("experiment.beside")}</span>}
        <MarkWord one={one} />
      </>
    ),
    effect: unit === "share" ? experimentEffect(one) : null,
    difference: differenceText(one),
    limits: rangeText(one),
    missing: difference === null ? (missing ?? t("figure.hidden")) : null,
    cells: [<FromTo key="from-to" one={one} />, sizeText(one), probabilityText(pAdjusted)],
  };
}

/** "3.0", or "× 1.25" of what is compared as a ratio. */
export function sizeText({ unit, size }: Pick<OutcomeComparison, "unit" | "size">): string {
  return unit === "share" ? formatPointsSize(size) : `× ${formatFixed(Math.exp(size), 2)}`;
}
