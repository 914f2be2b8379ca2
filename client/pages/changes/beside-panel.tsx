import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { metricList } from "#shared/metric-list.ts";
import { DataTable } from "../../components/data-table.tsx";
import { EstimateBasis, EstimateValue } from "../../components/estimate.tsx";
import { metricLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { t } from "../../i18n/translate.ts";

type Beside = VerdictAnswer["beside"];

/** What the verdict does not weigh: before and after, without a claim. */
export function BesidePanel({ beside, k }: { beside: Beside; k: number }) {
  const cell = (side: "before" | "after") => (one: Beside[number]) => {
    const { unit } = metricList[one.metric];
    return (
      <>
        <EstimateValue figure={one[side]} unit={unit} k={k} />
        <span className="cell-basis">
          <EstimateBasis figure={one[side]} unit={unit} metric={one.metric} k={k} />
        </span>
      </>
    );
  };
  return (
    <Panel title={t("verdict.beside")} description={t("verdict.besideText")}>
      <DataTable
        caption={t("verdict.beside")}
        rows={beside}
        keyOf={({ metric }) => metric}
        columns={[
          {
            key: "metric",
            header: t("scorecard.metric"),
            cell: ({ metric }) => metricLabel(metric),
          },
          { key: "before", header: t("verdict.before"), isNumber: true, cell: cell("before") },
          { key: "after", header: t("verdict.after"), isNumber: true, cell: cell("after") },
        ]}
      />
    </Panel>
  );
}
