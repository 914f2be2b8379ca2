import { Link } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { Icon } from "../../components/icon.tsx";
import { defaultView, printView } from "../../filters/view.ts";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { useKnownStatus } from "../../queries/status.ts";
import { scopeParts, scopeText } from "./scope-text.ts";

const SIDE_DAYS = 56;

interface Props {
  change: Change;
  onEdit: () => void;
  onDelete: () => void;
}

export function ChangeItem({ change, onEdit, onDelete }: Props) {
  const { asOf, today } = useKnownStatus();
  const { id, title, date, kind, scope, hypothesis } = change;
  return (
    <li className="panel change-item" id={id}>
      <div className="panel-head">
        <div>
          <p className="basis">
            {formatDate(date)} · {scopeText(scope)}
          </p>
          <h2>{title}</h2>
        </div>
        <div className="panel-actions">
          <span className="tag">{t(`changes.kind.${kind}`)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={t("changes.editLabel", { title })}
            onClick={onEdit}
          >
            <Icon name="edit" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t("changes.deleteLabel", { title })}
            onClick={onDelete}
          >
            <Icon name="trash" />
          </button>
        </div>
      </div>
      {hypothesis !== "" && <p className="change-hypothesis">{hypothesis}</p>}
      <Link to={aroundLink(change, asOf ?? today)}>{t("changes.see")}</Link>
    </li>
  );
}

/** Eight weeks on either side, for the people whom the change was for. */
function aroundLink({ date, scope }: Change, asOf: string) {
  const day = parseDay(date) ?? 0;
  const last = formatDay(day + SIDE_DAYS);
  const filters = Object.fromEntries(
    scopeParts
      .filter(({ list }) => scope[list].length > 0)
      .map(({ list, dimension }) => [dimension, scope[list]]),
  );
  const view = {
    ...defaultView,
    from: formatDay(day - SIDE_DAYS),
    to: last < asOf ? last : asOf,
    filters,
  };
  return { pathname: "/opt-in", search: printView(view).toString() };
}
