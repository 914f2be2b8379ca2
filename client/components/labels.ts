/** Names of what stands in answers: metrics, dimensions and their values. Unknown slugs are shown as they are. */
import type { MetricName } from "#shared/metric-list.ts";
import type { RestatementName } from "#shared/restatements.ts";
import { type Dimension, NONE, UNKNOWN } from "#shared/vocabulary.ts";
import { formatList, formatRegion } from "../format/lists.ts";
import { formatCount } from "../format/numbers.ts";
import { t, translateIfKnown } from "../i18n/translate.ts";

export function metricLabel(metric: MetricName | (string & {})): string {
  return translateIfKnown(`metric.${metric}`) ?? metric;
}

/** "Didomi's opt-in rate", where another system's way of counting is asked for. */
export function reportedLabel(metric: string, as: RestatementName | undefined): string {
  return as === undefined ? metricLabel(metric) : t(`systemOf.${as}`);
}

/** "Trust over time, by generation" */
export function overTimeTitle({
  metric,
  by = [],
  as,
}: {
  metric: string;
  by?: readonly string[];
  as?: RestatementName;
}): string {
  const words = { metric: reportedLabel(metric, as) };
  return by.length === 0 ? t("chart.overTime", words) : t("chart.overTimeByGeneration", words);
}

/** A system that reports an opt-in rate; null is Candor. */
export function systemLabel(as: RestatementName | null): string {
  return t(`system.${as ?? "candor"}`);
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

const MOST_STRATA = 5;

/** "Boomers, Gen X in Germany and 12 more", of the names that the API gives to strata. */
export function strataText(names: readonly string[]): string {
  const labels = names.map((name) => {
    const [generation = "", region] = name.split(" in ");
    const label = valueLabel("generation", generation);
    return region === undefined
      ? label
      : t("weights.stratum", { generation: label, region: valueLabel("region", region) });
  });
  const more = labels.length - MOST_STRATA;
  if (more <= 1) return formatList(labels);
  const rest = t("weights.moreStrata", { count: formatCount(more) });
  return formatList([...labels.slice(0, MOST_STRATA), rest]);
}

/** "1,204 decisions": what n counts depends on the metric. */
export function casesLabel(metric: string, n: number): string {
  const count = formatCount(n);
  return translateIfKnown(`n.${metric}`, { count }, n) ?? t("n.cases", { count });
}
