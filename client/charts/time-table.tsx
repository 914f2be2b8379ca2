import type { MetricAnswer } from "#shared/contract/metric.ts";
import { type Column, DataTable } from "../components/data-table.tsx";
import { casesBeside, intervalText, valueText } from "../components/estimate.tsx";
import { formatBucket } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import type { TimeRow, TimeShape } from "./shape/time-series.ts";

interface Props {
  title: string;
  answer: Pick<MetricAnswer, "unit" | "grain">;
  shape: TimeShape;
}

/** The same points as the chart, newest first; each cell with interval and n. */
export function TimeTable({ title, answer, shape }: Props) {
  const columns: Column<TimeRow>[] = [
    {
      key: "start",
      header: t("chart.period"),
      cell: (row) => formatBucket(row.start, answer.grain),
    },
    ...shape.series.map(({ key, label }) => ({
      key,
      header: label,
      isNumber: true,
      cell: (row: TimeRow) => {
        const figure = row.figures[key];
        if (figure === undefined) return t("figure.noData");
        const interval = intervalText({ figure, unit: answer.unit });
        return (
          <>
            <span className={figure.suppressed ? "muted" : "is-strong"}>
              {valueText({ figure, unit: answer.unit })}
            </span>
            {!figure.suppressed && figure.value !== null && (
              <span className="cell-basis">
                {interval !== null && `${interval} · `}
                {casesBeside({ figure, unit: answer.unit })}
              </span>
            )}
          </>
        );
      },
    })),
  ];
  return (
    <DataTable
      caption={title}
      columns={columns}
      rows={[...shape.rows].reverse()}
      keyOf={(row) => row.start}
      isTall
    />
  );
}
