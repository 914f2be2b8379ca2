/** The small print that every answer carries along. */
import type { CurveAnswer, MetricAnswer } from "#shared/contract/metric.ts";
import { formatDay, parseDay } from "#shared/days.ts";
import { isMetricName, metricList } from "#shared/metric-list.ts";
import { casesLabel, valueLabel } from "../components/labels.ts";
import { formatDate } from "../format/dates.ts";
import { formatList } from "../format/lists.ts";
import { formatAxisShare, formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { casesOf } from "./shape/groups.ts";

/** Unit, scale and statistic: what the axis means. */
export function factsOf(
  answer: Pick<MetricAnswer, "unit" | "scale" | "stat" | "as"> | undefined,
): string[] {
  if (answer === undefined) return [];
  const { unit, scale, stat, as } = answer;
  return [
    t(`unit.${unit}`),
    ...(stat === "top_two" || stat === "mean" || stat === "time" || stat === "steps"
      ? [t(`chart.stat.${stat}`)]
      : []),
    ...(typeof scale === "number" ? [t("chart.scale", { scale })] : []),
    ...(as === undefined ? [] : [t("reconcile.countedAs")]),
  ];
}

export function basisNotes(answer: MetricAnswer): string[] {
  const sizes = answer.series.map(({ total }) => casesOf(total));
  const n = sharesDenominator(answer) ? Math.max(0, ...sizes) : sizes.reduce((a, b) => a + b, 0);
  return [
    ...restatementNotes(answer),
    ...(answer.unit === "count" || n === 0 ? [] : [casesNote(answer, n)]),
    ...asOfNote(answer),
    ...(answer.unit === "count" ? [] : [confidenceNote(answer)]),
    ...(answer.sources.length > 1
      ? [
          t("chart.sources", {
            sources: formatList(answer.sources.map((name) => valueLabel("source", name))),
          }),
        ]
      : []),
  ];
}

/** What another system's figure divides, and where it can still differ from theirs. */
function restatementNotes({ restatement }: MetricAnswer): string[] {
  if (restatement === undefined) return [];
  const { whose, formula, unit, silence, caveat } = restatement;
  return [t("reconcile.note", { whose, formula, unit, silence }), caveat];
}

export function hiddenNote(hidden: number, k: number): string[] {
  if (hidden === 0) return [];
  return [t("chart.hiddenNote", { count: formatCount(hidden), k: formatCount(k) }, hidden)];
}

/** What a retention curve stands on; it knows no sources, since daily totals say nothing of it. */
export function curveNotes(answer: CurveAnswer): string[] {
  const n = answer.series.reduce((sum, one) => sum + (one.n ?? 0), 0);
  const cases = casesLabel(answer.metric, n);
  const isPart = answer.series.some(({ suppressed }) => suppressed);
  return [
    ...(n === 0 ? [] : [isPart ? t("chart.casesShown", { cases }) : cases]),
    ...asOfNote(answer),
    confidenceNote(answer),
    ...(answer.series.length > 2 ? [t("chart.bandsOnHover")] : []),
  ];
}

export function asOfNote({ asOf }: Pick<MetricAnswer, "asOf">): string[] {
  return asOf === null ? [] : [t("chart.asOf", { date: formatDate(asOf) })];
}

function confidenceNote({ confidence }: Pick<MetricAnswer, "confidence">): string {
  return t("chart.confidence", { confidence: formatAxisShare(confidence, 1) });
}

/** What stands at the end of a bucket is whole, however short the bucket. */
const stocks = ["active_consents", "consent_coverage"];

/** A week or month that the range cuts short has fewer days than its neighbours, so its point swings more. */
export function partialNote({ metric, from, to, grain, series }: MetricAnswer): string[] {
  if (stocks.includes(metric)) return [];
  if (grain !== "week" && grain !== "month") return [];
  const starts = series[0]?.points.map(({ start }) => start) ?? [];
  const first = starts[0];
  const last = starts.at(-1);
  if (first === undefined || last === undefined) return [];
  const isFirstCut = first < from;
  const isLastCut = to < endOf(last, grain);
  if (!isFirstCut && !isLastCut) return [];
  if (starts.length === 1 || (isFirstCut && isLastCut)) return [t(`chart.partial.both.${grain}`)];
  return [t(`chart.partial.${isFirstCut ? "first" : "last"}.${grain}`)];
}

function endOf(start: string, grain: "week" | "month"): string {
  if (grain === "week") return formatDay((parseDay(start) ?? 0) + 6);
  const [year, month] = start.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, month ?? 1, 0)).toISOString().slice(0, 10);
}

/** Hidden groups cannot be counted in, and then it says so. */
function casesNote({ metric, as, series }: MetricAnswer, n: number): string {
  const cases = casesLabel(as === undefined ? metric : `as.${as}`, n);
  return series.some(({ total }) => total.suppressed) ? t("chart.casesShown", { cases }) : cases;
}

/** By reason or method, only the numerator is split: every group is divided by the cases of all. */
function sharesDenominator({ metric, by }: MetricAnswer): boolean {
  const numeratorOnly: readonly string[] = isMetricName(metric)
    ? metricList[metric].numeratorOnly
    : [];
  return by.some((dimension) => numeratorOnly.includes(dimension));
}
