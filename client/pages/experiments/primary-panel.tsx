import type { Arm, Comparison, ExperimentResults } from "#shared/contract/experiment-results.ts";
import { DifferenceForest, type DifferenceRow } from "../../charts/difference-forest.tsx";
import { differenceText, rangeText } from "../../charts/difference-text.ts";
import { effectScale } from "../../charts/shape/effects.ts";
import { experimentEffect, primaryOf } from "../../charts/shape/experiment-effects.ts";
import { probabilityText } from "../../components/effect-text.ts";
import { Panel } from "../../components/panel.tsx";
import { formatFixed, formatPointsSize, formatShare } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { MarkWord } from "./mark-word.tsx";
import { FromTo } from "./outcome-cells.tsx";

/** The question that the test was made for: each variant against the control. */
export function PrimaryPanel({ results }: { results: ExperimentResults }) {
  const { plan, comparisons } = results;
  const title = t(`experiment.outcome.${plan.primary}`);
  return (
    <Panel
      title={t("experiment.primary", { outcome: title })}
      metric={plan.primary}
      description={t("experiment.primaryText", { points: formatPointsSize(plan.smallestEffect) })}
    >
      <PrimaryForest results={results} />
      <ul className="chart-notes">
        <li>{t("experiment.alwaysValid")}</li>
        {comparisons.length > 1 && <li>{t("experiment.holm")}</li>}
        <li>{t("experiment.bayesNote")}</li>
      </ul>
    </Panel>
  );
}

interface ForestProps {
  results: ExperimentResults;
  /** Only the differences, for lists. */
  isCompact?: boolean;
}

export function PrimaryForest({ results, isCompact = false }: ForestProps) {
  const { plan, arms, comparisons, experiment } = results;
  const title = t(`experiment.outcome.${plan.primary}`);
  const rows = comparisons.flatMap((one) => rowOf(one, arms));
  const control = arms.find(({ isControl }) => isControl);
  return (
    <DifferenceForest
      title={`${title}: ${experiment.title ?? experiment.slug}`}
      header={t("experiment.variant")}
      scale={effectScale(rows.flatMap(({ effect }) => (effect === null ? [] : [effect])))}
      isCompact={isCompact}
      columns={
        isCompact
          ? []
          : [
              `${t("experiment.control")} → ${t("experiment.variant")}`,
              t("experiment.best"),
              t("experiment.loss"),
              <abbr key="p" title={t("experiment.pText")}>
                {t("verdict.p")}
              </abbr>,
            ]
      }
      rows={[
        ...(control === undefined || isCompact ? [] : [controlRow(control)]),
        ...rows.map((row) => (isCompact ? { ...row, cells: [] } : row)),
      ]}
    />
  );
}

function rowOf(comparison: Comparison, arms: readonly Arm[]): DifferenceRow[] {
  const one = primaryOf(comparison);
  const arm = arms.find(({ variant }) => variant === comparison.variant);
  if (one === undefined) return [];
  return [
    {
      key: comparison.variant,
      name: (
        <>
          {comparison.variant}
          <MarkWord one={one} />
          <Best bayes={arm?.bayes ?? null} />
        </>
      ),
      effect: experimentEffect(one),
      difference: differenceText(one),
      limits: rangeText(one),
      missing: one.difference === null ? (one.missing ?? t("figure.hidden")) : null,
      cells: [
        <FromTo key="from-to" one={one} />,
        ...bayesCells(arm?.bayes ?? null),
        probabilityText(one.pAdjusted),
      ],
    },
  ];
}

function controlRow({ variant, bayes }: Arm): DifferenceRow {
  return {
    key: variant,
    name: (
      <>
        {variant}
        <Best bayes={bayes} />
      </>
    ),
    effect: null,
    difference: "",
    limits: "",
    missing: t("experiment.theControl"),
    cells: ["", ...bayesCells(bayes), ""],
  };
}

/** As exact as ten thousand cases would be. */
const DIGITS_OF = 10_000;

/** Where there is no room for its column. */
function Best({ bayes }: Pick<Arm, "bayes">) {
  if (bayes === null) return null;
  const share = formatShare(bayes.probabilityBest, DIGITS_OF);
  return <span className="cell-basis forest-tight">{t("experiment.bestShort", { share })}</span>;
}

function bayesCells(bayes: Arm["bayes"]): string[] {
  if (bayes === null) return ["–", "–"];
  const { probabilityBest, expectedLoss } = bayes;
  const loss = expectedLoss * 100;
  return [
    formatShare(probabilityBest, DIGITS_OF),
    loss < 0.01 ? `< ${formatFixed(0.01, 2)}` : formatFixed(loss, 2),
  ];
}
