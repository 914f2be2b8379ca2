import { Link } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { SourcesWarning } from "../../components/sources-warning.tsx";
import { t } from "../../i18n/translate.ts";
import { useNoticeFigures } from "../../queries/notices.ts";
import { NoticeItem } from "./notice-item.tsx";
import { useKnownNotices } from "./use-known-notices.ts";

export function NoticesPage() {
  const known = useKnownNotices();
  const figures = useNoticeFigures();
  return (
    <QueryBoundary
      query={known}
      size="page"
      isEmpty={(notices) => notices.length === 0}
      empty={
        <div className="panel">
          <EmptyState icon="notices" title={t("notices.empty")} text={t("notices.emptyText")}>
            <NewLink />
          </EmptyState>
        </div>
      }
    >
      {(notices) => (
        <div className="stack">
          <div className="toolbar">
            <p className="basis">{t("notices.allDays")}</p>
            <NewLink />
          </div>
          <SourcesWarning queries={figures} />
          <ol className="stack">
            {notices.map((one) => (
              <NoticeItem key={one.notice} {...one} figures={figures} />
            ))}
          </ol>
        </div>
      )}
    </QueryBoundary>
  );
}

function NewLink() {
  return (
    <Link className="button primary" to="/new-notice">
      <Icon name="plus" /> {t("notices.add")}
    </Link>
  );
}
