import { CohortChart } from "../../charts/cohort-chart.tsx";
import { MetricChart } from "../../charts/metric-chart.tsx";
import { totalOf } from "../../charts/metric-tile.tsx";
import { TileRow } from "../../charts/tile-row.tsx";
import { WeightsLine } from "../../charts/weights-line.tsx";
import { CohortSelect } from "../../components/cohort-select.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { metricLabel, overTimeTitle } from "../../components/labels.ts";
import { SelectField } from "../../components/select-field.tsx";
import { SourcesWarning } from "../../components/sources-warning.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { useDrawn } from "../../filters/use-drawn.ts";
import { useTables } from "../../filters/use-tables.ts";
import { t } from "../../i18n/translate.ts";
import { useBenchmarks } from "../../queries/benchmarks.ts";
import { useChanges } from "../../queries/changes.ts";
import {
  type MetricQuestion,
  metricPath,
  obstacleOf,
  splitOf,
  useMetric,
  useMetrics,
} from "../../queries/metric.ts";
import { cohorts, useCohorts } from "../../queries/use-cohorts.ts";
import { useQuestion } from "../../queries/use-question.ts";
import { Headline } from "./headline.tsx";

const topics = ["understanding", "trust", "benefit", "control", "informed_opt_in_rate"] as const;

export function UnderstandingPage() {
  const question = useQuestion();
  const [topic, setTopic] = useChoice("topic", topics);
  const [cohort, setCohort] = useChoice("by", cohorts);
  const offered = useCohorts();
  const tables = useTables();
  const changes = useChanges().data?.changes;
  const benchmarks = useBenchmarks().data?.benchmarks;

  const total = { ...question, grain: "total" } as const;
  const tileQueries = useMetrics(topics.map((metric) => ({ ...total, metric })));
  const line = { ...question, compare: undefined, metric: topic } as const;
  const overTime: MetricQuestion = { ...line, by: splitOf(line) };
  const byCohort: MetricQuestion = { ...total, metric: topic, by: [cohort] };
  const overTimeQuery = useMetric(useDrawn(overTime, tables("time").isTable));
  const byCohortQuery = useMetric(byCohort);
  const empty = (
    <EmptyState
      icon="understanding"
      title={t("understanding.empty")}
      text={t("understanding.emptyText")}
    />
  );
  const figures = tileQueries.map(({ data }) => (data === undefined ? null : totalOf(data)));

  return (
    <div className="stack">
      <SourcesWarning queries={tileQueries} />
      <Headline
        understanding={figures[0]}
        trust={figures[1]}
        informed={figures[4]}
        weights={<WeightsLine answer={tileQueries[0]?.data} />}
      />
      <TileRow
        title={t("understanding.tiles")}
        metrics={topics}
        queries={tileQueries}
        isWeighted={question.population !== undefined}
        benchmarks={benchmarks}
      />
      <MetricChart
        title={overTimeTitle(overTime)}
        metric={topic}
        query={overTimeQuery}
        asked={overTime.grain}
        csvHref={metricPath(overTime, "csv")}
        table={tables("time")}
        changes={changes}
        benchmarks={benchmarks}
        obstacle={obstacleOf(overTime)}
        empty={empty}
        actions={
          <SelectField
            label={t("understanding.topic")}
            value={topic}
            options={topics.map((value) => ({ value, label: metricLabel(value) }))}
            onChange={setTopic}
          />
        }
      />
      <CohortChart
        title={t("understanding.byCohort", { metric: metricLabel(topic) })}
        metric={topic}
        query={byCohortQuery}
        csvHref={metricPath(byCohort, "csv")}
        benchmarks={benchmarks}
        obstacle={obstacleOf(byCohort)}
        empty={empty}
        actions={<CohortSelect cohort={cohort} cohorts={offered} onChange={setCohort} />}
      />
      <p className="muted">{t("understanding.measuredText")}</p>
    </div>
  );
}
