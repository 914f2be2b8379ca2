import { commonDimensions } from "#shared/vocabulary.ts";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import type { Filters } from "../../filters/view.ts";
import { formatRange } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  from: string;
  to: string;
  filters: Filters;
  weights: string | null;
}

/** On paper, where the filter bar is left out: which days and people the figures are of. */
export function PrintedView({ from, to, filters, weights }: Props) {
  const chosen = commonDimensions.flatMap((name) => {
    const values = filters[name] ?? [];
    if (values.length === 0) return [];
    const names = formatList(values.map((value) => valueLabel(name, value)));
    return [t("filter.active", { name: dimensionLabel(name), values: names })];
  });
  const weighted = weights === null ? [] : [t("weights.fact", { name: weights })];
  return (
    <p className="print-only">{[formatRange(from, to), ...chosen, ...weighted].join(" · ")}</p>
  );
}
