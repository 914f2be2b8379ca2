import { Link } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { Panel } from "../../components/panel.tsx";
import { defaultView, type Filters, printView } from "../../filters/view.ts";
import { t } from "../../i18n/translate.ts";
import { useKnownStatus } from "../../queries/status.ts";
import { scopeParts } from "./scope-text.ts";

const SIDE_DAYS = 56;

/** What was written down, and the plain figures around it. */
export function AboutPanel({ change }: { change: Change }) {
  const { asOf, today } = useKnownStatus();
  const { hypothesis, owner, link, notice, experiment } = change;
  const facts = [
    ...(hypothesis === "" ? [] : [{ name: t("verdict.hypothesis"), value: hypothesis }]),
    ...(owner === "" ? [] : [{ name: t("changes.field.owner"), value: owner }]),
    ...(notice === null ? [] : [{ name: t("changes.field.notice"), value: notice }]),
    ...(experiment === null ? [] : [{ name: t("changes.field.experiment"), value: experiment }]),
  ];
  const around = (filters: Filters) => aroundLink(change, filters, asOf ?? today);
  return (
    <Panel title={t("changes.about")}>
      <dl className="definition">
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="link-row no-print">
        <li>
          <Link to={around(scopeFilters(change))}>{t("changes.see")}</Link>
        </li>
        {notice !== null && (
          <li>
            <Link to={around({ notice: [notice] })}>{t("verdict.asked", { notice })}</Link>
          </li>
        )}
        {experiment !== null && (
          <li>
            <Link to={around({ experiment: [experiment] })}>
              {t("verdict.experiment", { experiment })}
            </Link>
          </li>
        )}
        {link !== "" && (
          <li>
            <a href={link} rel="noreferrer">
              {t("verdict.writtenUp")}
            </a>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function scopeFilters({ scope }: Change): Filters {
  return Object.fromEntries(
    scopeParts
      .filter(({ list }) => scope[list].length > 0)
      .map(({ list, dimension }) => [dimension, scope[list]]),
  );
}

/** Eight weeks on either side. */
function aroundLink({ date }: Change, filters: Filters, asOf: string) {
  const day = parseDay(date) ?? 0;
  const last = formatDay(day + SIDE_DAYS);
  const view = {
    ...defaultView,
    from: formatDay(day - SIDE_DAYS),
    to: last < asOf ? last : asOf,
    filters,
  };
  return { pathname: "/opt-in", search: printView(view).toString() };
}
