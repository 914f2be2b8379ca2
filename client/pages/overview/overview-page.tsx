import { NextLinks } from "../../components/next-links.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { useOverview } from "../../queries/overview.ts";
import { useQuestion } from "../../queries/use-question.ts";
import { Flags } from "./flags.tsx";
import { KpiCard } from "./kpi-card.tsx";
import { nextSteps } from "./next-steps.ts";
import { RecentChanges } from "./recent-changes.tsx";
import { Scorecard } from "./scorecard.tsx";
import { SourceLine } from "./source-line.tsx";
import { StandingLine } from "./standing-line.tsx";
import { useDetailsLink } from "./use-details-link.ts";

export function OverviewPage() {
  const overview = useOverview(useQuestion());
  const detailsLink = useDetailsLink();
  return (
    <QueryBoundary query={overview} size="page">
      {(answer) => (
        <div className="stack">
          <SourceLine answer={answer} />
          <StandingLine answer={answer} />
          <Flags />
          <Panel title={t("overview.kpis")} isBare>
            <ul className="kpis">
              {answer.kpis.map((kpi) => (
                <KpiCard
                  key={kpi.metric}
                  kpi={kpi}
                  k={answer.k}
                  to={detailsLink(answer, kpi.metric)}
                />
              ))}
            </ul>
          </Panel>
          <Scorecard answer={answer} linkOf={(metric) => detailsLink(answer, metric)} />
          <div className="columns">
            <Panel title={t("overview.next")}>
              <NextLinks steps={nextSteps(answer, (metric) => detailsLink(answer, metric))} />
            </Panel>
            <RecentChanges />
          </div>
        </div>
      )}
    </QueryBoundary>
  );
}
