import { valueLabel } from "../../components/labels.ts";
import { NextLinks } from "../../components/next-links.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";
import { useOverview } from "../../queries/overview.ts";
import { useQuestion } from "../../queries/use-question.ts";
import { KpiCard } from "./kpi-card.tsx";
import { RecentChanges } from "./recent-changes.tsx";
import { Scorecard } from "./scorecard.tsx";
import { StandingLine } from "./standing-line.tsx";
import { useNextSteps } from "./use-next-steps.ts";

export function OverviewPage() {
  const overview = useOverview(useQuestion());
  const nextSteps = useNextSteps();
  return (
    <QueryBoundary query={overview} size="page">
      {(answer) => (
        <div className="stack">
          <StandingLine answer={answer} />
          <Panel title={t("overview.kpis")} isBare>
            <ul className="kpis">
              {answer.kpis.map((kpi) => (
                <KpiCard key={kpi.metric} kpi={kpi} k={answer.k} />
              ))}
            </ul>
          </Panel>
          <Scorecard answer={answer} />
          <div className="columns">
            <Panel title={t("overview.next")}>
              <NextLinks steps={nextSteps(answer)} />
            </Panel>
            <RecentChanges />
          </div>
          {answer.source !== null && answer.sources.length > 1 && (
            <p className="muted">
              {t("overview.source", {
                source: valueLabel("source", answer.source),
                others: formatList(
                  answer.sources
                    .filter((name) => name !== answer.source)
                    .map((name) => valueLabel("source", name)),
                ),
              })}
            </p>
          )}
        </div>
      )}
    </QueryBoundary>
  );
}
