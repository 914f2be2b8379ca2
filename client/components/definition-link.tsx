import { Link } from "react-router";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";
import { metricLabel } from "./labels.ts";

export function DefinitionLink({ metric }: { metric: string }) {
  return (
    <Link
      className="icon-button quiet definition-link"
      to={`/glossary/${metric}`}
      aria-label={t("chart.definition", { metric: metricLabel(metric) })}
    >
      <Icon name="question" />
    </Link>
  );
}
