import { t } from "../i18n/translate.ts";

/** In a tooltip, instead of more rows than can be read: pointing at a name in the legend lists that group, too. */
export function MoreGroups({ count }: { count: number }) {
  if (count === 0) return null;
  return <p className="muted">{t("chart.greyed", { count }, count)}</p>;
}
