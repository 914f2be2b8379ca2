/** A metric answer as CSV: one row a group and bucket, hidden figures empty, no comments, so that any tool reads it. */
import { stringify } from "csv-stringify/sync";
import type { MetricAnswer } from "#shared/contract/metric.ts";

export function metricCsv({ by, series }: MetricAnswer): string {
  const columns = ["start", ...by, "n", "count", "value", "low", "high", "suppressed"];
  const rows = series.flatMap(({ group, points }) =>
    points.map((point) => {
      const head = [point.start, ...by.map((name) => group[name] ?? "")];
      if (point.suppressed) return [...head, "", "", "", "", "", "true"];
      const { n, count, value, low, high } = point;
      return [...head, n, count ?? "", value ?? "", low ?? "", high ?? "", "false"];
    }),
  );
  return stringify([columns, ...rows]);
}
