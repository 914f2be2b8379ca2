import { Link } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { VerdictBadges } from "../../components/verdict-badge.tsx";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";
import { useVerdict } from "../../queries/verdict.ts";

const SHOWN = 4;

/** What the latest changes did, each in a sentence. */
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
          <ul className="plain-list verdict-list">
            {answer.changes.slice(0, SHOWN).map((change) => (
              <RecentChange key={change.id} change={change} />
            ))}
          </ul>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function RecentChange({ change: { id, title, date, kind } }: { change: Change }) {
  const verdict = useVerdict(id);
  return (
    <li>
      <Link to={`/changes/${id}`}>{title}</Link>
      <span className="basis">
        {formatDate(date)} · {t(`changes.kind.${kind}`)}
      </span>
      <QueryBoundary query={verdict} size="line">
        {(answer) => (
          <>
            <VerdictBadges verdict={answer.verdict} state={answer.state} claim={answer.claim} />
            <p>{answer.sentence}</p>
          </>
        )}
      </QueryBoundary>
    </li>
  );
}
