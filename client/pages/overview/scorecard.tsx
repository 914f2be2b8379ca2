import { Link, type To } from "react-router";
import type { Kpi, OverviewAnswer } from "#shared/contract/overview.ts";
import { generations } from "#shared/vocabulary.ts";
import { Swatch } from "../../charts/marker.tsx";
import { styleOf } from "../../charts/palette.ts";
import { DataTable } from "../../components/data-table.tsx";
import { EstimateValue, intervalText } from "../../components/estimate.tsx";
import { metricLabel, valueLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { TrendMark } from "../../components/trend.tsx";
import { t } from "../../i18n/translate.ts";

/** Every figure for every generation, with the way it went. Its link leads to the chart, the table and the CSV. */
interface Props {
  answer: OverviewAnswer;
  linkOf: (metric: string) => To;
}

export function Scorecard({ answer: { kpis, k }, linkOf }: Props) {
  const known = new Set(kpis.flatMap(({ byGeneration }) => byGeneration.map(groupOf)));
  const names = generations.filter((name) => known.has(name));
  if (names.length === 0) return null;
  return (
    <Panel title={t("scorecard.title")} description={t("scorecard.text")}>
      <DataTable
        caption={t("scorecard.title")}
        keyOf={(kpi) => kpi.metric}
        rows={kpis}
        columns={[
          {
            key: "metric",
            header: t("scorecard.metric"),
            cell: (kpi: Kpi) => (
              <Link className="quiet-link" to={linkOf(kpi.metric)}>
                {metricLabel(kpi.metric)}
              </Link>
            ),
          },
          ...names.map((name, index) => ({
            key: name,
            header: valueLabel("generation", name),
            mark: <Swatch style={styleOf("generation", name, index)} />,
            isNumber: true,
            cell: (kpi: Kpi) => {
              const one = kpi.byGeneration.find(({ generation }) => generation === name);
              if (one === undefined) return <span className="muted">{t("figure.noData")}</span>;
              return (
                <>
                  <span className="scorecard-value">
                    <TrendMark trend={one.trend} now={one.now} before={one.before} />
                    <EstimateValue figure={one.now} unit={kpi.unit} k={k} />
                  </span>
                  <span className="cell-basis">
                    {intervalText({ figure: one.now, unit: kpi.unit })}
                  </span>
                </>
              );
            },
          })),
        ]}
      />
    </Panel>
  );
}

function groupOf({ generation }: Kpi["byGeneration"][number]): string {
  return generation;
}
