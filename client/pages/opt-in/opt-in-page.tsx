import { CohortChart } from "../../charts/cohort-chart.tsx";
import { MetricChart } from "../../charts/metric-chart.tsx";
import { TileRow } from "../../charts/tile-row.tsx";
import { CohortSelect } from "../../components/cohort-select.tsx";
import { metricLabel, overTimeTitle, reportedLabel } from "../../components/labels.ts";
import { NextLinks } from "../../components/next-links.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { SourcesWarning } from "../../components/sources-warning.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { useDrawn } from "../../filters/use-drawn.ts";
import { useTables } from "../../filters/use-tables.ts";
import { useViewLink } from "../../filters/use-view-link.ts";
import { t } from "../../i18n/translate.ts";
import { useBenchmarks } from "../../queries/benchmarks.ts";
import { useChanges } from "../../queries/changes.ts";
import {
  metricPath,
  obstacleOf,
  reportedBy,
  splitOf,
  useMetric,
  useMetrics,
} from "../../queries/metric.ts";
import { useReconciliation } from "../../queries/reconciliation.ts";
import { cohorts, useCohorts } from "../../queries/use-cohorts.ts";
import { useQuestion } from "../../queries/use-question.ts";
import { Headline } from "./headline.tsx";
import { ReconciliationPanel } from "./reconciliation-panel.tsx";
import { SystemSelect, systems } from "./system-select.tsx";

const tiles = [
  "opt_in_rate",
  "opt_in_yield",
  "no_choice_rate",
  "active_consents",
  "consent_coverage",
] as const;
const measures = ["opt_in_rate", "opt_in_yield", "no_choice_rate", "consent_coverage"] as const;

export function OptInPage() {
  const question = useQuestion();
  const [measure, setMeasure] = useChoice("measure", measures);
  const [system, setSystem] = useChoice("as", systems);
  const [cohort, setCohort] = useChoice("by", cohorts);
  const offered = useCohorts();
  const tables = useTables();
  const link = useViewLink();
  const changes = useChanges().data?.changes;
  const benchmarks = useBenchmarks().data?.benchmarks;

  const total = { ...question, grain: "total" } as const;
  const tileQueries = useMetrics(tiles.map((metric) => ({ ...total, metric })));
  const overall = useMetric({ ...total, metric: "opt_in_rate" });
  const byGeneration = useMetric({ ...total, metric: "opt_in_rate", by: ["generation"] });
  const as = system === "candor" ? null : system;
  const line = reportedBy({ ...question, compare: undefined, metric: measure }, as);
  const overTime = { ...line, by: splitOf(line) };
  const byCohort = reportedBy({ ...total, metric: measure, by: [cohort] }, as);
  const overTimeQuery = useMetric(useDrawn(overTime, tables("time").isTable));
  const byCohortQuery = useMetric(byCohort);

  return (
    <div className="stack">
      <SourcesWarning queries={tileQueries} />
      <QueryBoundary query={overall} size="line">
        {(answer) => <Headline overall={answer} byGeneration={byGeneration.data} />}
      </QueryBoundary>

      <TileRow
        title={t("optIn.tiles")}
        metrics={tiles}
        queries={tileQueries}
        isWeighted={question.population !== undefined}
        benchmarks={benchmarks}
      />

      <MetricChart
        title={overTimeTitle(overTime)}
        metric={measure}
        query={overTimeQuery}
        asked={overTime.grain}
        csvHref={metricPath(overTime, "csv")}
        table={tables("time")}
        changes={changes}
        benchmarks={benchmarks}
        obstacle={obstacleOf(overTime)}
        actions={
          <>
            <SelectField
              label={t("optIn.measure")}
              value={measure}
              options={measures.map((value) => ({ value, label: metricLabel(value) }))}
              onChange={setMeasure}
            />
            {measure === "opt_in_rate" && <SystemSelect system={system} onChange={setSystem} />}
          </>
        }
      />

      <CohortChart
        title={t("optIn.byCohort", { metric: reportedLabel(measure, byCohort.as) })}
        metric={measure}
        query={byCohortQuery}
        csvHref={metricPath(byCohort, "csv")}
        benchmarks={benchmarks}
        obstacle={obstacleOf(byCohort)}
        actions={<CohortSelect cohort={cohort} cohorts={offered} onChange={setCohort} />}
      />

      <ReconciliationPanel
        query={useReconciliation(question)}
        isWeighted={question.population !== undefined}
      />

      <Panel title={t("optIn.next")} isBare>
        <NextLinks
          steps={[
            { to: link("/understanding"), title: t("optIn.nextUnderstanding") },
            { to: link("/withdrawals"), title: t("optIn.nextWithdrawals") },
            { to: "/changes", title: t("optIn.nextChanges") },
          ]}
        />
      </Panel>
    </div>
  );
}
