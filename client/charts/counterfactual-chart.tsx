/** One outcome over time, beside what would have been without the change. Recharts comes when the first chart does. */
import { useMemo } from "react";
import type { OutcomeSeries } from "#shared/contract/verdict.ts";
import { DataTable } from "../components/data-table.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { metricLabel } from "../components/labels.ts";
import { formatDate } from "../format/dates.ts";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import type { Mark } from "./change-list.tsx";
import { ChartFrame, type TableSwitch } from "./chart-frame.tsx";
import { bandText, expectedText, seenText } from "./counterfactual-text.ts";
import { CounterfactualLines } from "./lines.tsx";
import { Swatch } from "./marker.tsx";
import { hiddenNote } from "./notes.ts";
import { expectedStyle, singleStyle } from "./palette.ts";
import {
  type CounterfactualRow,
  type CounterfactualShape,
  shapeCounterfactual,
} from "./shape/counterfactual.ts";

interface Props {
  series: OutcomeSeries;
  unit: "week" | "wave";
  date: string;
  /** Other changes of the days shown. */
  marks: readonly Mark[];
  k: number;
  table: TableSwitch;
}

export function CounterfactualChart({ series, unit, date, marks, k, table }: Props) {
  const shape = useMemo(() => shapeCounterfactual(series), [series]);
  const title = metricLabel(series.metric);
  return (
    <ChartFrame
      title={title}
      metric={series.metric}
      facts={[t("unit.share"), t(`verdict.seriesUnit.${unit}`)]}
      table={table}
      notes={[
        t("verdict.seriesChange", { date: formatDate(date) }),
        t("verdict.seriesMix"),
        ...hiddenNote(shape.hidden, k),
      ]}
    >
      {shape.isEmpty ? (
        <EmptyState
          icon="calendar"
          title={t("verdict.seriesEmpty")}
          text={t("verdict.seriesEmptyText")}
        />
      ) : table.isTable ? (
        <SeriesTable title={title} shape={shape} />
      ) : (
        <>
          <ul className="legend">
            <li className="legend-item">
              <Swatch style={singleStyle} /> {t("verdict.seriesSeen")}
            </li>
            <li className="legend-item">
              <Swatch style={expectedStyle} /> {t("verdict.seriesExpected")}
            </li>
          </ul>
          <div className="chart-box">
            <CounterfactualLines title={title} shape={shape} date={date} marks={marks} />
          </div>
        </>
      )}
    </ChartFrame>
  );
}

/** The same points, newest first. */
function SeriesTable({ title, shape }: { title: string; shape: CounterfactualShape }) {
  return (
    <DataTable
      caption={title}
      rows={[...shape.rows].reverse()}
      keyOf={(row) => row.start}
      isTall
      columns={[
        { key: "start", header: t("verdict.week"), cell: ({ start }) => formatDate(start) },
        {
          key: "phase",
          header: t("verdict.phase"),
          cell: ({ phase }) => t(`verdict.phase.${phase}`),
        },
        { key: "seen", header: t("verdict.seen"), isNumber: true, cell: seenText },
        {
          key: "expected",
          header: t("verdict.expected"),
          isNumber: true,
          cell: (row: CounterfactualRow) => (
            <>
              {expectedText(row)}
              {row.band !== null && <span className="cell-basis">{bandText(row)}</span>}
            </>
          ),
        },
        {
          key: "n",
          header: t("chart.n"),
          isNumber: true,
          cell: ({ n }) => (n === null ? "–" : formatCount(n)),
        },
      ]}
    />
  );
}
