import { EmptyState } from "../components/empty-state.tsx";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";

/** There are data, but too few people behind every figure: says so, and what to do. */
export function AllHidden({ k }: { k: number }) {
  const text = t("chart.allHiddenHint", { k: formatCount(k) });
  return <EmptyState icon="question" title={t("chart.allHidden")} text={text} />;
}
