import { CohortChart } from "../../charts/cohort-chart.tsx";
import { CurveChart } from "../../charts/curve-chart.tsx";
import { MetricChart } from "../../charts/metric-chart.tsx";
import { totalOf } from "../../charts/metric-tile.tsx";
import { TileRow } from "../../charts/tile-row.tsx";
import { WeightsLine } from "../../charts/weights-line.tsx";
import { CohortSelect } from "../../components/cohort-select.tsx";
import { overTimeTitle } from "../../components/labels.ts";
import { SourcesWarning } from "../../components/sources-warning.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { useDrawn } from "../../filters/use-drawn.ts";
import { useTables } from "../../filters/use-tables.ts";
import { t } from "../../i18n/translate.ts";
import { useBenchmarks } from "../../queries/benchmarks.ts";
import { useChanges } from "../../queries/changes.ts";
import { type CurveQuestion, curvePath, useCurve } from "../../queries/curve.ts";
import {
  type MetricQuestion,
  metricPath,
  obstacleOf,
  useMetric,
  useMetrics,
} from "../../queries/metric.ts";
import { cohorts, useCohorts } from "../../queries/use-cohorts.ts";
import { useQuestion } from "../../queries/use-question.ts";
import { EffortPanel } from "./effort-panel.tsx";
import { Headline } from "./headline.tsx";

const tiles = [
  "withdrawal_rate",
  "early_withdrawal_rate",
  "consent_retention",
  "opt_out_effort",
  "opt_out_completion",
] as const;

export function WithdrawalsPage() {
  const question = useQuestion();
  const [cohort, setCohort] = useChoice("by", cohorts);
  const offered = useCohorts();
  const tables = useTables();
  const changes = useChanges().data?.changes;
  const benchmarks = useBenchmarks().data?.benchmarks;
  const isWeighted = question.population !== undefined;

  const total = { ...question, grain: "total" } as const;
  const now = { ...total, compare: undefined };
  const tileQueries = useMetrics(tiles.map((metric) => ({ ...total, metric })));
  const figures = tileQueries.map(({ data }) => (data === undefined ? null : totalOf(data)));
  const overTime: MetricQuestion = {
    ...question,
    compare: undefined,
    metric: "withdrawal_rate",
    by: ["generation"],
  };
  const byCohort: MetricQuestion = { ...total, metric: "withdrawal_rate", by: [cohort] };
  const reasons: MetricQuestion = { ...now, metric: "withdrawal_rate", by: ["reason"] };
  const curve: CurveQuestion = { ...question, by: [cohort] };
  const overTimeQuery = useMetric(useDrawn(overTime, tables("time").isTable));
  const byCohortQuery = useMetric(byCohort);
  const reasonsQuery = useMetric(reasons);
  const curveQuery = useCurve(curve);
  const time: MetricQuestion = { ...now, metric: "opt_out_effort", stat: "time" };
  const steps: MetricQuestion = { ...now, metric: "opt_out_effort", stat: "steps" };
  const timeQuery = useMetric(time);
  const stepsQuery = useMetric(steps);

  const cohortSelect = <CohortSelect cohort={cohort} cohorts={offered} onChange={setCohort} />;
  return (
    <div className="stack">
      <SourcesWarning queries={tileQueries} />
      <Headline
        early={figures[1] ?? null}
        effort={figures[3] ?? null}
        weights={<WeightsLine answer={tileQueries[1]?.data} />}
      />
      <TileRow
        title={t("withdrawals.tiles")}
        metrics={tiles}
        queries={tileQueries}
        isWeighted={isWeighted}
        benchmarks={benchmarks}
      />
      <MetricChart
        title={overTimeTitle(overTime)}
        metric="withdrawal_rate"
        query={overTimeQuery}
        asked={overTime.grain}
        csvHref={metricPath(overTime, "csv")}
        table={tables("time")}
        changes={changes}
        benchmarks={benchmarks}
        obstacle={obstacleOf(overTime)}
      />
      <div className="columns">
        <EffortPanel
          time={{ query: timeQuery, csvHref: metricPath(time, "csv") }}
          steps={{ query: stepsQuery, csvHref: metricPath(steps, "csv") }}
          table={tables("effort")}
          isUnweighted={isWeighted}
        />
        <CohortChart
          title={t("withdrawals.reasons")}
          metric="withdrawal_rate"
          query={reasonsQuery}
          csvHref={metricPath(reasons, "csv")}
          obstacle={obstacleOf(reasons)}
          isNarrow
        />
      </div>
      <CurveChart
        title={t("withdrawals.retention")}
        query={curveQuery}
        csvHref={curvePath(curve, "csv")}
        isUnweighted={isWeighted}
        table={tables("curve")}
        actions={cohortSelect}
      />
      <CohortChart
        title={t("withdrawals.byCohort")}
        metric="withdrawal_rate"
        query={byCohortQuery}
        csvHref={metricPath(byCohort, "csv")}
        benchmarks={benchmarks}
        obstacle={obstacleOf(byCohort)}
        actions={cohortSelect}
      />
    </div>
  );
}
