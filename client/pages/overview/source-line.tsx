import type { OverviewAnswer } from "#shared/contract/overview.ts";
import { Icon } from "../../components/icon.tsx";
import { valueLabel } from "../../components/labels.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";

/** The Overview shows one source where there are several, and says which. */
export function SourceLine({ answer: { source, sources } }: { answer: OverviewAnswer }) {
  if (source === null || sources.length < 2) return null;
  const others = sources.filter((name) => name !== source);
  return (
    <p className="inline-note">
      <Icon name="data" />
      {t("overview.source", {
        source: valueLabel("source", source),
        others: formatList(others.map((name) => valueLabel("source", name))),
      })}
    </p>
  );
}
