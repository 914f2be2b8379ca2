/** Answers as CSV: one row a group and point, hidden figures empty, no comments, so that any tool reads it. */
import { stringify } from "csv-stringify/sync";
import type { CurveAnswer, MetricAnswer } from "#shared/contract/metric.ts";

/** Weighted shares have two columns more, at the end. */
export function metricCsv({ by, series, weights }: MetricAnswer): string {
  const extra = weights === undefined ? [] : ["effectiveN", "coveredShare"];
  const columns = ["start", ...by, "n", "count", "value", "low", "high", "suppressed", ...extra];
  const rows = series.flatMap(({ group, points }) =>
    points.map((point) => {
      const head = [point.start, ...by.map((name) => group[name] ?? "")];
      if (point.suppressed) return [...head, "", "", "", "", "", "true", ...extra.map(() => "")];
      const { n, count, value, low, high, effectiveN, coveredShare } = point;
      const own = [...head, n, count ?? "", value ?? "", low ?? "", high ?? "", "false"];
      return weights === undefined ? own : [...own, effectiveN ?? "", coveredShare ?? ""];
    }),
  );
  return stringify([columns, ...rows]);
}

export function curveCsv({ by, series }: CurveAnswer): string {
  const columns = ["day", ...by, "n", "at_risk", "value", "low", "high", "suppressed"];
  const rows = series.flatMap(({ group, n, suppressed, points }) => {
    const names = by.map((name) => group[name] ?? "");
    if (suppressed) return [["", ...names, "", "", "", "", "", "true"]];
    return points.map(({ day, atRisk, value, low, high }) => [
      ...[day, ...names, n, atRisk, value ?? "", low ?? "", high ?? "", "false"],
    ]);
  });
  return stringify([columns, ...rows]);
}
