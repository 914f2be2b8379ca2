import { Link } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { formatDate } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";

export type Mark = Pick<Change, "id" | "title" | "date" | "kind"> & { number: number };

/** The changes that fall into the dates shown, numbered by date as on the chart. */
export function marksOf(changes: readonly Change[], from: string, to: string): Mark[] {
  return changes
    .filter(({ date }) => date >= from && date <= to)
    .sort((a, b) => a.date.localeCompare(b.date))
    .map(({ id, title, date, kind }, index) => ({ id, title, date, kind, number: index + 1 }));
}

export function ChangeList({ marks }: { marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <div className="change-list">
      <h3>{t("chart.changesTitle")}</h3>
      <ol>
        {marks.map((mark) => (
          <li key={mark.id}>
            <span className="change-number" aria-hidden="true">
              {mark.number}
            </span>
            <span className="muted">{formatDate(mark.date)}</span>
            <Link to={`/changes/${mark.id}`}>{mark.title}</Link>
            <span className="tag">{t(`changes.kind.${mark.kind}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
