import { Link } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";

const SHOWN = 4;

export function RecentChanges() {
  const changes = useChanges();
  return (
    <Panel title={t("overview.recentChanges")}>
      <QueryBoundary
        query={changes}
        size="tile"
        isEmpty={(answer) => answer.changes.length === 0}
        empty={
          <EmptyState
            icon="changes"
            title={t("overview.noChanges")}
            text={t("overview.nextChangeText")}
          >
            <Link className="button" to="/changes">
              {t("changes.add")}
            </Link>
          </EmptyState>
        }
      >
        {(answer) => (
          <ul className="plain-list">
            {[...answer.changes]
              .sort((a, b) => b.date.localeCompare(a.date))
              .slice(0, SHOWN)
              .map(({ id, date, title, kind }) => (
                <li key={id}>
                  <Link to={`/changes#${id}`}>{title}</Link>
                  <span className="basis">
                    {formatDate(date)} · {t(`changes.kind.${kind}`)}
                  </span>
                </li>
              ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}
