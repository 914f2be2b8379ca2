/** A metric over time: frame, legend, lines or table, changes. Recharts comes when the first chart does. */
import { type ReactNode, useMemo, useState } from "react";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { Change } from "#shared/contract/change.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { Grain } from "#shared/vocabulary.ts";
import type { WeightsObstacle } from "#shared/weights.ts";
import { benchmarksOf } from "../components/benchmark-text.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { valueText } from "../components/estimate.tsx";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { t } from "../i18n/translate.ts";
import { AllHidden } from "./all-hidden.tsx";
import { ChangeList, marksOf } from "./change-list.tsx";
import { ChartFrame, type TableSwitch } from "./chart-frame.tsx";
import { Legend } from "./legend.tsx";
import { TimeLines } from "./lines.tsx";
import { coarserNote, metricNotes } from "./metric-notes.ts";
import { NoWeightedFigure } from "./no-weighted-figure.tsx";
import { factsOf } from "./notes.ts";
import { shapeTimeSeries } from "./shape/time-series.ts";
import { TimeTable } from "./time-table.tsx";
import { missingOf, weightsFacts } from "./weights-notes.ts";

interface Props {
  title: string;
  metric: string;
  query: QueryState<MetricAnswer>;
  /** The grain that was asked for: the answer has a coarser one where so many points could not be told apart. */
  asked: Grain;
  csvHref: string;
  table: TableSwitch;
  changes?: readonly Change[] | undefined;
  /** Of any metric: those of this one are drawn. */
  benchmarks?: readonly Benchmark[] | undefined;
  /** Why it is not weighted, though a population is chosen. */
  obstacle?: WeightsObstacle | null;
  actions?: ReactNode;
  empty?: ReactNode;
}

export function MetricChart(props: Props) {
  const { title, metric, query, changes, obstacle = null } = props;
  const answer = query.data;
  const benchmarks = useMemo(
    () => benchmarksOf(answer, props.benchmarks ?? []),
    [answer, props.benchmarks],
  );
  const shape = useMemo(() => (answer === undefined ? null : shapeTimeSeries(answer)), [answer]);
  const marks = useMemo(
    () => (answer === undefined ? [] : marksOf(changes ?? [], answer.from, answer.to)),
    [answer, changes],
  );
  const [hovered, setHovered] = useState<string | null>(null);
  const [pinned, setPinned] = useState<string | null>(null);
  const active =
    [hovered, pinned].find((key) => shape?.series.some((one) => one.key === key)) ?? null;
  const notes =
    answer === undefined || shape === null
      ? []
      : [
          ...(query.isPlaceholderData || props.table.isTable
            ? []
            : coarserNote(answer, props.asked)),
          ...metricNotes(answer, shape, benchmarks, obstacle),
        ];
  const isMissing = answer !== undefined && missingOf(answer).length > 0;
  return (
    <ChartFrame
      title={title}
      metric={metric}
      facts={[...factsOf(answer), ...weightsFacts(answer, obstacle)]}
      csvHref={props.csvHref}
      table={props.table}
      actions={props.actions}
      notes={notes}
    >
      <QueryBoundary
        query={query}
        size="chart"
        isEmpty={() => shape?.isEmpty ?? true}
        empty={
          isMissing ? (
            <NoWeightedFigure answer={answer} />
          ) : (
            (props.empty ?? (
              <EmptyState icon="calendar" title={t("chart.empty")} text={t("chart.emptyHint")} />
            ))
          )
        }
      >
        {(data) => {
          if (shape === null) return null;
          if (shape.isAllHidden) {
            return <AllHidden k={data.k} />;
          }
          if (props.table.isTable) return <TimeTable title={title} answer={data} shape={shape} />;
          return (
            <>
              <Legend
                groups={shape.series.map((one) => ({
                  ...one,
                  detail: valueText({ figure: one.total, unit: data.unit }),
                }))}
                active={active}
                pinned={pinned}
                onActive={setHovered}
                onPin={setPinned}
              />
              <div className="chart-box">
                <TimeLines
                  title={title}
                  answer={data}
                  shape={shape}
                  active={active}
                  marks={marks}
                  benchmarks={benchmarks}
                />
              </div>
              <ChangeList marks={marks} />
            </>
          );
        }}
      </QueryBoundary>
    </ChartFrame>
  );
}
