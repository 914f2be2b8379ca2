import { Link } from "react-router";
import { formatDate } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import type { Mark } from "./change-list.tsx";

interface Props {
  mark: Mark;
  /** Given by Recharts, which clones its labels. */
  viewBox?: { x?: number; y?: number };
}

/** The number of a change on top of its line; its title shows on hover and focus, and in the list below the chart. */
export function ChangeFlag({ mark, viewBox }: Props) {
  const x = viewBox?.x ?? 0;
  const y = (viewBox?.y ?? 0) - 11;
  const label = t("chart.changeMark", {
    number: mark.number,
    date: formatDate(mark.date),
    title: mark.title,
  });
  return (
    <Link className="change-flag" to={`/changes/${mark.id}`} aria-label={label}>
      <title>{label}</title>
      <circle cx={x} cy={y} r="9" />
      <text x={x} y={y} dy="0.36em" textAnchor="middle">
        {mark.number}
      </text>
    </Link>
  );
}
