import { Link } from "react-router";
import type { Notice } from "#shared/contract/notice.ts";
import { checklistItems } from "#shared/wording.ts";
import { Icon } from "../../components/icon.tsx";
import { WordingFacts } from "../../components/wording-facts.tsx";
import { formatLanguage, formatList } from "../../format/lists.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import type { useNoticeFigures } from "../../queries/notices.ts";
import { DeleteNotice } from "./delete-notice.tsx";
import { editPathOf, type KnownNotice, newPathOf, pathOf } from "./known-notice.ts";
import { NoticeFigures } from "./notice-figures.tsx";

interface Props extends KnownNotice {
  figures: ReturnType<typeof useNoticeFigures>;
}

/** A version in the list: its figures, how hard it is to read, and what it says. */
export function NoticeItem({ notice, record, figures }: Props) {
  return (
    <li className="panel">
      <div className="panel-head">
        <div>
          <h2>
            <Link className="quiet-link" to={pathOf(notice)}>
              {notice}
            </Link>
          </h2>
          {record !== null && record.title !== "" && <p className="muted">{record.title}</p>}
        </div>
        <div className="panel-actions">
          {record === null ? (
            <WriteDown notice={notice} />
          ) : (
            <>
              <Link
                className="icon-button"
                to={editPathOf(notice)}
                aria-label={t("notices.editLabel", { notice })}
              >
                <Icon name="edit" />
              </Link>
              <DeleteNotice record={record} />
            </>
          )}
        </div>
      </div>
      <NoticeFigures notice={notice} queries={figures} />
      {record === null ? (
        <p className="muted notice-said">{t("notices.notWritten")}</p>
      ) : (
        <Said record={record} />
      )}
    </li>
  );
}

export function WriteDown({ notice }: { notice: string }) {
  return (
    <Link
      className="button primary"
      to={newPathOf(notice)}
      aria-label={t("notices.writeLabel", { notice })}
    >
      <Icon name="edit" /> {t("notices.write")}
    </Link>
  );
}

function Said({ record: { wording, checklist } }: { record: Notice }) {
  const said = checklistItems.filter((item) => checklist.includes(item));
  const missing = checklistItems.filter((item) => !checklist.includes(item));
  const names = (items: typeof said) =>
    formatList(items.map((item) => t(`checklist.short.${item}`)));
  return (
    <dl className="definition notice-said">
      {Object.entries(wording).map(([locale, one]) => (
        <div key={locale}>
          <dt>{formatLanguage(locale)}</dt>
          <dd>
            <WordingFacts wording={one} locale={locale} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t("checklist.title")}</dt>
        <dd>
          {t("checklist.count", {
            count: formatCount(said.length),
            all: formatCount(checklistItems.length),
          })}
          {missing.length > 0 && ` ${t("checklist.missing", { items: names(missing) })}`}
        </dd>
      </div>
    </dl>
  );
}
