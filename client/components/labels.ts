/** Names of what stands in answers: metrics, dimensions and their values. Unknown slugs are shown as they are. */
import type { MetricName } from "#shared/metric-list.ts";
import { type Dimension, NONE, UNKNOWN } from "#shared/vocabulary.ts";
import { formatRegion } from "../format/lists.ts";
import { formatCount } from "../format/numbers.ts";
import { t, translateIfKnown } from "../i18n/translate.ts";

export function metricLabel(metric: MetricName | (string & {})): string {
  return translateIfKnown(`metric.${metric}`) ?? metric;
}

export function dimensionLabel(dimension: Dimension | (string & {})): string {
  return translateIfKnown(`dimension.${dimension}`) ?? dimension;
}

export function valueLabel(dimension: string, value: string): string {
  const own = translateIfKnown(`${dimension}.${value}`);
  if (own !== null) return own;
  if (value === UNKNOWN) return t("value.unknown");
  if (value === NONE) return t("value.none");
  return dimension === "region" ? formatRegion(value) : value;
}

/** "1,204 decisions": what n counts depends on the metric. */
export function casesLabel(metric: string, n: number): string {
  const count = formatCount(n);
  return translateIfKnown(`n.${metric}`, { count }, n) ?? t("n.cases", { count });
}
