import { Link } from "react-router";
import type { StatusAnswer } from "#shared/contract/admin.ts";
import { Icon } from "../../components/icon.tsx";
import { daysBetween, formatDate, formatDaysAgo } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";

/** From so many days on, the end of the data is worth a warning and not only a remark. */
const LATE_DAYS = 3;

export function Freshness({ status: { asOf, today } }: { status: StatusAnswer }) {
  if (asOf === null) return <p className="freshness">{t("status.noData")}</p>;
  const text = t("status.latest", { date: formatDate(asOf), ago: formatDaysAgo(asOf, today) });
  if (daysBetween(asOf, today) < LATE_DAYS) return <p className="freshness">{text}</p>;
  return (
    <p className="inline-note tone-warn">
      <Icon name="alert" /> {text}. <Link to="/data">{t("status.seeData")}</Link>
    </p>
  );
}
