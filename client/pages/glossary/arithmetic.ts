/** The sum of a worked example, as one would write it on paper. */
import type { Definition } from "#shared/contract/admin.ts";
import type { Example } from "#shared/contract/definition.ts";
import type { Estimate } from "#shared/contract/metric.ts";
import { formatFigure } from "../../format/figures.ts";
import {
  formatAxisShare,
  formatCount,
  formatDuration,
  formatSigned,
} from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** A tenth of a per cent: few cases, but their sum is to be followed. */
const DIGIT = 0.001;
const CONFIDENCE = 0.95;

export function arithmeticOf(
  { metric, unit }: Pick<Definition, "metric" | "unit">,
  { answer, query }: Pick<Example, "answer" | "query">,
): { sum: string; interval: string } {
  const { n, count = 0, value } = answer;
  const values = { n: formatCount(n), count: formatCount(count), value: textOf(answer, unit) };
  const interval = intervalOf(answer, unit);
  if (metric === "net_change") {
    return { sum: t("example.sum.change", { value: formatSigned(value ?? 0) }), interval };
  }
  if (metric === "consent_retention") {
    return { sum: t("example.sum.retention", { ...values, day: query.day ?? "" }), interval };
  }
  if (unit === "ratio") {
    const out = formatDuration(answer.medianOut ?? 0);
    const into = formatDuration(answer.medianIn ?? 0);
    return { sum: t("example.sum.ratio", { out, in: into, value: values.value }), interval };
  }
  if (unit === "count") return { sum: t("example.sum.count", values), interval };
  if (unit === "per_1000_consent_days") return { sum: t("example.sum.rate", values), interval };
  return { sum: t("example.sum.share", values), interval };
}

/** A restated figure: the share, and its interval. */
export function shareSum(figure: Estimate): { sum: string; interval: string } {
  const values = {
    n: formatCount(figure.n),
    count: formatCount(figure.count ?? 0),
    value: textOf(figure, "share"),
  };
  return { sum: t("example.sum.share", values), interval: intervalOf(figure, "share") };
}

function textOf({ value, n }: Estimate, unit: string): string {
  if (value === null) return t("figure.noData");
  return unit === "share"
    ? formatAxisShare(value, DIGIT)
    : formatFigure(value, unit as Parameters<typeof formatFigure>[1], n);
}

function intervalOf(figure: Estimate, unit: string): string {
  const { low, high } = figure;
  if (low === null || high === null) return unit === "count" ? "" : t("example.noInterval");
  return t("example.interval", {
    confidence: formatAxisShare(CONFIDENCE, 1),
    low: textOf({ ...figure, value: low }, unit),
    high: textOf({ ...figure, value: high }, unit),
  });
}
