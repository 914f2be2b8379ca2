import { formatList } from "../format/lists.ts";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";
import { valueLabel } from "./labels.ts";

interface Answered {
  data: { sources: readonly string[] } | undefined;
}

/** Where figures add up several sources, people may be in them twice: said once a page, above the figures. */
export function SourcesWarning({ queries }: { queries: readonly Answered[] }) {
  const added = queries.flatMap(({ data }) =>
    data !== undefined && data.sources.length > 1 ? data.sources : [],
  );
  if (added.length === 0) return null;
  const names = [...new Set(added)].map((name) => valueLabel("source", name));
  return (
    <p className="inline-note tone-warn" role="status">
      <Icon name="alert" /> {t("sources.added", { sources: formatList(names) })}
    </p>
  );
}
