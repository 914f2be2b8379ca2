import { Link, useNavigate, useParams } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";
import { useVerdict } from "../../queries/verdict.ts";
import { AboutPanel } from "./about-panel.tsx";
import { ChangeActions, EditButtons } from "./change-actions.tsx";
import { scopeText } from "./scope-text.ts";
import { VerdictReport } from "./verdict-report.tsx";
import { WordingPanel } from "./wording-panel.tsx";

export function ChangePage() {
  const { id = "" } = useParams();
  const changes = useChanges();
  const navigate = useNavigate();
  return (
    <QueryBoundary query={changes} size="page">
      {(answer) => {
        const change = answer.changes.find((one) => one.id === id);
        if (change === undefined) return <NoChange />;
        return (
          <ChangeActions onDeleted={() => void navigate("/changes", { replace: true })}>
            <OneChange change={change} />
          </ChangeActions>
        );
      }}
    </QueryBoundary>
  );
}

function OneChange({ change }: { change: Change }) {
  const { id, title, date, kind, scope } = change;
  const verdict = useVerdict(id);
  return (
    <article className="stack change-page">
      <title>{t("app.title", { page: title })}</title>
      <header className="page-head">
        <div>
          <Link className="back-link no-print" to="/changes">
            {t("changes.all")}
          </Link>
          <h1>{title}</h1>
          <p className="muted">
            {formatDate(date)} · {t(`changes.kind.${kind}`)} · {scopeText(scope)}
          </p>
        </div>
        <div className="panel-actions">
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" /> {t("changes.print")}
          </button>
          <EditButtons change={change} />
        </div>
      </header>
      <QueryBoundary query={verdict} size="page">
        {(answer) => <VerdictReport answer={answer} />}
      </QueryBoundary>
      <div className="no-print">
        <WordingPanel change={change} />
      </div>
      <AboutPanel change={change} />
    </article>
  );
}

function NoChange() {
  return (
    <div className="panel">
      <h1 className="sr-only">{t("changes.gone")}</h1>
      <EmptyState icon="changes" title={t("changes.gone")} text={t("changes.goneText")}>
        <Link className="button" to="/changes">
          {t("changes.all")}
        </Link>
      </EmptyState>
    </div>
  );
}
