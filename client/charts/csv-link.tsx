import { Icon } from "../components/icon.tsx";
import { t } from "../i18n/translate.ts";

/** The answer behind a chart as a file; the name says of which, since a page has many. */
export function CsvLink({ title, href }: { title: string; href: string }) {
  return (
    <a className="button" href={href} download aria-label={t("chart.csvLabel", { title })}>
      <Icon name="download" /> {t("chart.csv")}
    </a>
  );
}
