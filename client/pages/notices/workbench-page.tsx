import { Link, useNavigate, useParams, useSearchParams } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import type { KnownNotice } from "./known-notice.ts";
import { pathOf } from "./known-notice.ts";
import { draftOf, newDraft } from "./notice-draft.ts";
import { useKnownNotices } from "./use-known-notices.ts";
import { Workbench } from "./workbench.tsx";

/** Where a notice is written down. One that is already is corrected, whichever address led here. */
export function WorkbenchPage() {
  const { notice: path } = useParams();
  const [parameters] = useSearchParams();
  const known = useKnownNotices();
  const notice = path ?? parameters.get("notice") ?? "";
  return (
    <QueryBoundary query={known} size="page">
      {(notices) => (
        <Opened key={notice} notice={notice} isNew={path === undefined} known={notices} />
      )}
    </QueryBoundary>
  );
}

interface Props {
  notice: string;
  isNew: boolean;
  known: readonly KnownNotice[];
}

function Opened({ notice, isNew, known }: Props) {
  const navigate = useNavigate();
  const toast = useToast();
  const records = known.flatMap(({ record }) => (record === null ? [] : [record]));
  const record = records.find((one) => one.notice === notice) ?? null;
  const isEdited = record !== null;
  const title = isEdited
    ? t("notices.editTitle", { notice })
    : notice === ""
      ? t("notices.newTitle")
      : t("notices.writeTitle", { notice });
  const back = notice === "" ? "/notices" : pathOf(notice);
  return (
    <article className="stack">
      <title>{t("app.title", { page: title })}</title>
      <header className="page-head">
        <div>
          <Link className="back-link" to={back}>
            {notice === "" ? t("notices.all") : t("notices.name", { notice })}
          </Link>
          <h1>{title}</h1>
          <p className="muted">{t("notices.workbenchText")}</p>
        </div>
      </header>
      {!isNew && !isEdited ? (
        <div className="panel">
          <EmptyState
            icon="notices"
            title={t("notices.unwritten")}
            text={t("notices.unwrittenText")}
          >
            <Link className="button" to="/notices">
              {t("notices.all")}
            </Link>
          </EmptyState>
        </div>
      ) : (
        <Workbench
          id={record?.id ?? null}
          initial={record === null ? newDraft(notice, known) : draftOf(record)}
          others={records.filter((one) => one.id !== record?.id)}
          names={known.map((one) => one.notice)}
          onSaved={(saved) => {
            toast(t("notices.saved", { notice: saved }));
            void navigate(pathOf(saved));
          }}
          onCancel={() => void navigate(back)}
        />
      )}
    </article>
  );
}
