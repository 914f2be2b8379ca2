import { Link } from "react-router";
import { metricLabel } from "../i18n/labels.ts";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";

export function DefinitionLink({ metric }: { metric: string }) {
  return (
    <Link
      className="icon-button quiet definition-link"
      to={`/glossary#${metric}`}
      aria-label={t("chart.definition", { metric: metricLabel(metric) })}
    >
      <Icon name="question" />
    </Link>
  );
}
