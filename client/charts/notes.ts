/** The small print that every answer carries along. */
import type { MetricAnswer } from "#shared/contract/metric.ts";
import { isMetricName, metricList } from "#shared/metric-list.ts";
import { casesLabel, valueLabel } from "../components/labels.ts";
import { formatDate } from "../format/dates.ts";
import { formatList } from "../format/lists.ts";
import { formatAxisShare, formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { casesOf } from "./shape/groups.ts";

/** Unit, scale and statistic: what the axis means. */
export function factsOf(
  answer: Pick<MetricAnswer, "unit" | "scale" | "stat"> | undefined,
): string[] {
  if (answer === undefined) return [];
  const { unit, scale, stat } = answer;
  return [
    t(`unit.${unit}`),
    ...(stat === "top_two" || stat === "mean" || stat === "time" || stat === "steps"
      ? [t(`chart.stat.${stat}`)]
      : []),
    ...(typeof scale === "number" ? [t("chart.scale", { scale })] : []),
  ];
}

export function basisNotes(answer: MetricAnswer): string[] {
  const sizes = answer.series.map(({ total }) => casesOf(total));
  const n = sharesDenominator(answer) ? Math.max(0, ...sizes) : sizes.reduce((a, b) => a + b, 0);
  return [
    ...(answer.unit === "count" || n === 0 ? [] : [casesNote(answer, n)]),
    ...(answer.asOf === null ? [] : [t("chart.asOf", { date: formatDate(answer.asOf) })]),
    ...(answer.unit === "count"
      ? []
      : [t("chart.confidence", { confidence: formatAxisShare(answer.confidence, 1) })]),
    ...(answer.sources.length > 1
      ? [
          t("chart.sources", {
            sources: formatList(answer.sources.map((name) => valueLabel("source", name))),
          }),
        ]
      : []),
  ];
}

export function hiddenNote(hidden: number, k: number): string[] {
  if (hidden === 0) return [];
  return [t("chart.hiddenNote", { count: formatCount(hidden), k: formatCount(k) }, hidden)];
}

/** Hidden groups cannot be counted in, and then it says so. */
function casesNote({ metric, series }: MetricAnswer, n: number): string {
  const cases = casesLabel(metric, n);
  return series.some(({ total }) => total.suppressed) ? t("chart.casesShown", { cases }) : cases;
}

/** By reason or method, only the numerator is split: every group is divided by the cases of all. */
function sharesDenominator({ metric, by }: MetricAnswer): boolean {
  const numeratorOnly: readonly string[] = isMetricName(metric)
    ? metricList[metric].numeratorOnly
    : [];
  return by.some((dimension) => numeratorOnly.includes(dimension));
}
