import {
  type CohortDimension,
  type CohortEffects,
  cohortDimensions,
  type ExperimentResults,
} from "#shared/contract/experiment-results.ts";
import { DifferenceForest } from "../../charts/difference-forest.tsx";
import { differenceText, rangeText } from "../../charts/difference-text.ts";
import { effectScale } from "../../charts/shape/effects.ts";
import {
  cohortEffect,
  cohortMissing,
  orderedCohorts,
} from "../../charts/shape/experiment-effects.ts";
import { pText } from "../../components/effect-text.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { formatFixed } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { FromTo } from "./outcome-cells.tsx";

interface Props {
  results: ExperimentResults;
  variant: string;
  onChange: (by: CohortDimension) => void;
}

/** For whom it worked: looked at, never proven. */
export function CohortPanel({ results, variant, onChange }: Props) {
  const { by, variants } = results.cohorts;
  const effects = variants.find((one) => one.variant === variant);
  return (
    <Panel
      title={t("experiment.forWhom", { variant })}
      description={
        <>
          <span className="tag">{t("experiment.exploratory")}</span>{" "}
          {t("experiment.exploratoryText")}
        </>
      }
      actions={
        <SelectField
          label={t("experiment.by")}
          value={by}
          options={cohortDimensions.map((value) => ({ value, label: dimensionLabel(value) }))}
          onChange={onChange}
        />
      }
    >
      {effects === undefined || effects.rows.length === 0 ? (
        <EmptyState
          icon="filter"
          title={t("experiment.noCohorts")}
          text={t("experiment.noCohortsText")}
        />
      ) : (
        <CohortForest effects={effects} by={by} size={results.plan.smallestEffect} />
      )}
    </Panel>
  );
}

interface ForestProps {
  effects: CohortEffects;
  by: CohortDimension;
  size: number;
}

function CohortForest({ effects: { variant, interaction, rows }, by, size }: ForestProps) {
  return (
    <>
      <DifferenceForest
        title={t("experiment.forWhom", { variant })}
        header={dimensionLabel(by)}
        scale={effectScale(rows.map((row) => cohortEffect(row, size)))}
        columns={[`${t("experiment.control")} → ${t("experiment.variant")}`]}
        rows={orderedCohorts(rows).map((row) => {
          const missing = cohortMissing(row);
          const told = { ...row, unit: "share" as const };
          return {
            key: row.value,
            name: valueLabel(by, row.value),
            effect: cohortEffect(row, size),
            difference: differenceText(told),
            limits: rangeText(told),
            missing:
              missing === null
                ? null
                : t(missing === "few" ? "experiment.tooFew" : "figure.hidden"),
            cells: [<FromTo key="from-to" one={row} />],
          };
        })}
      />
      <ul className="chart-notes">
        <li>
          {interaction === null
            ? t("experiment.noInteraction")
            : t(
                interaction.p < ALPHA ? "experiment.interaction" : "experiment.interactionUnclear",
                {
                  q: formatFixed(interaction.q, 1),
                  degrees: interaction.degreesOfFreedom,
                  p: pText(interaction.p),
                },
              )}
        </li>
        <li>{t("experiment.cohortsAdjusted")}</li>
      </ul>
    </>
  );
}

const ALPHA = 0.05;
