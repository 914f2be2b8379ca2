import { Link, useNavigate, useParams } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { defaultView, printView } from "../../filters/view.ts";
import { t } from "../../i18n/translate.ts";
import { useNoticeFigures } from "../../queries/notices.ts";
import { DeleteNotice } from "./delete-notice.tsx";
import { editPathOf, type KnownNotice } from "./known-notice.ts";
import { NoticeFigures } from "./notice-figures.tsx";
import { WriteDown } from "./notice-item.tsx";
import { useKnownNotices } from "./use-known-notices.ts";
import { WrittenNotice } from "./written-notice.tsx";

export function NoticePage() {
  const { notice = "" } = useParams();
  const known = useKnownNotices();
  return (
    <QueryBoundary query={known} size="page">
      {(notices) => {
        const one = notices.find((other) => other.notice === notice);
        if (one === undefined) return <NoNotice notice={notice} />;
        const others = notices.flatMap(({ record }) => (record === null ? [] : [record]));
        return (
          <article className="stack">
            <title>{t("app.title", { page: t("notices.name", { notice }) })}</title>
            <NoticeHead {...one} />
            <FiguresPanel notice={notice} />
            {one.record === null ? (
              <div className="panel">
                <EmptyState
                  icon="notices"
                  title={t("notices.unwritten")}
                  text={t("notices.unwrittenText")}
                >
                  <WriteDown notice={notice} />
                </EmptyState>
              </div>
            ) : (
              <WrittenNotice record={one.record} others={others} />
            )}
          </article>
        );
      }}
    </QueryBoundary>
  );
}

function NoticeHead({ notice, record }: KnownNotice) {
  const navigate = useNavigate();
  return (
    <header className="page-head">
      <div>
        <Link className="back-link no-print" to="/notices">
          {t("notices.all")}
        </Link>
        <h1>{t("notices.name", { notice })}</h1>
        {record !== null && record.title !== "" && <p className="muted">{record.title}</p>}
      </div>
      {record !== null && (
        <div className="panel-actions no-print">
          <Link className="button" to={editPathOf(notice)}>
            <Icon name="edit" /> {t("action.edit")}
          </Link>
          <DeleteNotice
            record={record}
            onDeleted={() => void navigate("/notices", { replace: true })}
          />
        </div>
      )}
    </header>
  );
}

function FiguresPanel({ notice }: { notice: string }) {
  const figures = useNoticeFigures();
  const view = { ...defaultView, last: 365 as const, filters: { notice: [notice] } };
  return (
    <Panel
      title={t("notices.figures")}
      description={t("notices.allDays")}
      actions={
        <Link className="button" to={{ pathname: "/opt-in", search: printView(view).toString() }}>
          {t("notices.seeOptIn")}
        </Link>
      }
    >
      <NoticeFigures notice={notice} queries={figures} />
    </Panel>
  );
}

function NoNotice({ notice }: { notice: string }) {
  return (
    <div className="panel">
      <h1 className="sr-only">{t("notices.gone")}</h1>
      <EmptyState icon="notices" title={t("notices.gone")} text={t("notices.goneText", { notice })}>
        <Link className="button" to="/notices">
          {t("notices.all")}
        </Link>
      </EmptyState>
    </div>
  );
}
