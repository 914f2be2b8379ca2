import { type ReactNode, useMemo } from "react";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { MetricAnswer } from "#shared/contract/metric.ts";
import type { WeightsObstacle } from "#shared/weights.ts";
import { benchmarksOf, lineNote } from "../components/benchmark-text.ts";
import { EmptyState } from "../components/empty-state.tsx";
import { dimensionLabel } from "../components/labels.ts";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { formatRange } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import { AllHidden } from "./all-hidden.tsx";
import { ChartFrame } from "./chart-frame.tsx";
import { Forest } from "./forest.tsx";
import { basisNotes, factsOf } from "./notes.ts";
import { shapeForest } from "./shape/forest.ts";
import { weightsFacts, weightsNotes } from "./weights-notes.ts";

interface Props {
  title: string;
  metric: string;
  query: QueryState<MetricAnswer>;
  csvHref: string;
  actions?: ReactNode;
  /** Of any metric: those of this one are drawn. */
  benchmarks?: readonly Benchmark[] | undefined;
  /** Why it is not weighted, though a population is chosen. */
  obstacle?: WeightsObstacle | null;
  /** Half a page wide: leaves out the columns that the whiskers show. */
  isNarrow?: boolean;
  empty?: ReactNode;
}

/** One figure per group over the whole range. It is a table already, so it has no other view. */
export function CohortChart(props: Props) {
  const {
    title,
    metric,
    query,
    csvHref,
    actions,
    empty,
    obstacle = null,
    isNarrow = false,
  } = props;
  const answer = query.data;
  const benchmarks = useMemo(
    () => benchmarksOf(answer, props.benchmarks ?? []),
    [answer, props.benchmarks],
  );
  const shape = useMemo(() => {
    const values = benchmarks.map(({ value }) => value);
    return answer === undefined ? null : shapeForest(answer, values);
  }, [answer, benchmarks]);
  const compare = answer?.compare;
  const hidden = shape?.rows.filter(({ figure }) => figure.suppressed).length ?? 0;
  const notes =
    answer === undefined
      ? []
      : [
          ...basisNotes(answer),
          ...weightsNotes(answer, obstacle),
          ...(compare === undefined
            ? []
            : [t("chart.beforeNote", { range: formatRange(compare.from, compare.to) })]),
          ...(hidden > 0 && !shape?.isAllHidden
            ? [t("chart.hiddenGroups", { count: hidden, k: answer.k }, hidden)]
            : []),
          ...benchmarks.map(lineNote),
        ];
  return (
    <ChartFrame
      title={title}
      metric={metric}
      facts={[...factsOf(answer), ...weightsFacts(answer, obstacle)]}
      csvHref={csvHref}
      actions={actions}
      notes={notes}
    >
      <QueryBoundary
        query={query}
        size="chart"
        isEmpty={() => shape?.isEmpty ?? true}
        empty={
          empty ?? <EmptyState icon="filter" title={t("chart.empty")} text={t("chart.emptyHint")} />
        }
      >
        {(data) => {
          if (shape === null) return null;
          if (shape.isAllHidden) return <AllHidden k={data.k} />;
          return (
            <Forest
              title={title}
              groupHeader={data.by.map(dimensionLabel).join(" · ")}
              shape={shape}
              unit={data.unit}
              k={data.k}
              hasBefore={compare !== undefined}
              benchmarks={benchmarks}
              isNarrow={isNarrow}
            />
          );
        }}
      </QueryBoundary>
    </ChartFrame>
  );
}
