import { type ReactNode, useMemo, useState } from "react";
import type { CurveAnswer } from "#shared/contract/metric.ts";
import { DataTable } from "../components/data-table.tsx";
import { EmptyState } from "../components/empty-state.tsx";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { formatCount, formatShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { AllHidden } from "./all-hidden.tsx";
import { ChartFrame, type TableSwitch } from "./chart-frame.tsx";
import { Legend } from "./legend.tsx";
import { CurveLines } from "./lines.tsx";
import { curveNotes } from "./notes.ts";
import { type CurveRow, type CurveShape, shapeCurve } from "./shape/curve.ts";

const TABLE_DAYS = [0, 1, 3, 7, 14, 30, 60, 90, 180, 365];

interface Props {
  title: string;
  query: QueryState<CurveAnswer>;
  csvHref: string;
  table: TableSwitch;
  actions?: ReactNode;
  /** Whether a population is chosen, which retention cannot be weighted to. */
  isUnweighted?: boolean;
}

export function CurveChart(props: Props) {
  const { title, query, csvHref, table, actions, isUnweighted = false } = props;
  const answer = query.data;
  const shape = useMemo(() => (answer === undefined ? null : shapeCurve(answer)), [answer]);
  const [hovered, setHovered] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  return (
    <ChartFrame
      title={title}
      metric="consent_retention"
      facts={[t("unit.share"), t("chart.daysSince"), ...(isUnweighted ? [t("weights.not")] : [])]}
      csvHref={csvHref}
      table={table}
      actions={actions}
      notes={answer === undefined ? [] : curveNotes(answer)}
    >
      <QueryBoundary
        query={query}
        size="chart"
        isEmpty={() => shape?.isEmpty ?? true}
        empty={
          shape?.isAllHidden ? (
            <AllHidden k={answer?.k ?? 0} />
          ) : (
            <EmptyState icon="calendar" title={t("chart.empty")} text={t("chart.emptyHint")} />
          )
        }
      >
        {() => {
          if (shape === null) return null;
          if (table.isTable) return <CurveTable title={title} shape={shape} />;
          return (
            <>
              <Legend
                groups={shape.series.map((one) => ({ ...one, detail: detailOf(one) }))}
                active={hovered ?? pinned}
                pinned={pinned}
                onActive={setHovered}
                onPin={setPinned}
              />
              <div className="chart-box">
                <CurveLines title={title} shape={shape} active={hovered ?? pinned} />
              </div>
            </>
          );
        }}
      </QueryBoundary>
    </ChartFrame>
  );
}

function detailOf({ n, isHidden }: { n: number | null; isHidden: boolean }): string {
  if (isHidden) return t("figure.hidden");
  return n === null ? t("figure.noData") : t("n.cases", { count: formatCount(n) });
}

/** The days that people ask about, and the last. */
function CurveTable({ title, shape }: { title: string; shape: CurveShape }) {
  const last = shape.rows.at(-1)?.day;
  return (
    <DataTable
      caption={title}
      rows={shape.rows.filter(({ day }) => TABLE_DAYS.includes(day) || day === last)}
      keyOf={(row) => `${row.day}`}
      columns={[
        { key: "day", header: t("chart.daysSince"), cell: ({ day }: CurveRow) => formatCount(day) },
        ...shape.series.map(({ key, label }) => ({
          key,
          header: label,
          isNumber: true,
          cell: (row: CurveRow) => {
            const point = row.points[key];
            if (point === undefined || point.value === null) return t("figure.noData");
            const share = (value: number) => formatShare(value, point.atRisk);
            return (
              <>
                <span className="is-strong">{share(point.value)}</span>
                <span className="cell-basis">
                  {point.low !== null &&
                    point.high !== null &&
                    `${t("figure.interval", { low: share(point.low), high: share(point.high) })} · `}
                  {t("chart.atRisk", { count: formatCount(point.atRisk) })}
                </span>
              </>
            );
          },
        })),
      ]}
    />
  );
}
