import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { DataTable } from "../../components/data-table.tsx";
import { probabilityText } from "../../components/effect-text.ts";
import { dimensionLabel } from "../../components/labels.ts";
import { formatDate } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { formatCount, formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { columnsOf } from "./diagnostics-columns.tsx";

/** What a statistician asks next. */
export function Diagnostics({ answer }: { answer: VerdictAnswer }) {
  const { diagnostics, dataVersion, asOf } = answer;
  const columns = columnsOf(answer).filter(
    ({ key, isKnown }) => key === "metric" || diagnostics.outcomes.some(isKnown),
  );
  return (
    <div className="stack">
      <dl className="facts">
        {factsOf(answer).map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {diagnostics.outcomes.length > 0 && (
        <DataTable
          caption={t("verdict.diagnostics")}
          rows={diagnostics.outcomes}
          keyOf={({ metric }) => metric}
          columns={columns}
        />
      )}
      <p className="basis">
        {t("verdict.diag.dataVersion", {
          version: formatCount(dataVersion),
          date: asOf === null ? "–" : formatDate(asOf),
        })}
      </p>
    </div>
  );
}

function factsOf({ diagnostics, settings }: VerdictAnswer): { name: string; value: string }[] {
  const { inference, clusters, assignments } = diagnostics;
  return [
    ...(inference === null
      ? []
      : [{ name: t("verdict.diag.inference"), value: t(`verdict.inference.${inference}`) }]),
    ...(clusters === null
      ? []
      : [
          {
            name: t("verdict.diag.clusters"),
            value: t("verdict.diag.clustersValue", {
              ...clusters,
              dimensions: formatList(clusters.dimensions.map(dimensionLabel)),
            }),
          },
        ]),
    ...(assignments === null
      ? []
      : [
          {
            name: t("verdict.diag.assignments"),
            value: t(`verdict.diag.assignments${assignments.drawn ? "Drawn" : "All"}`, {
              count: formatCount(assignments.count),
              p: probabilityText(assignments.smallestP),
            }),
          },
        ]),
    {
      name: t("verdict.diag.sizes"),
      value: t("verdict.diag.sizesValue", {
        size: formatPointsSize(settings.smallestEffect),
        early: formatPointsSize(settings.smallestEffectEarlyWithdrawal),
      }),
    },
  ];
}
