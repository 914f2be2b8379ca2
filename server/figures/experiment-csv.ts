/** An experiment's results as CSV: one row a variant and outcome, hidden figures empty, no comments. */
import { stringify } from "csv-stringify/sync";
import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import type { Figure } from "#shared/contract/metric.ts";

const columns = [
  ...["variant", "recommendation", "outcome", "role", "unit"],
  ...["control_n", "control_count", "control_value", "variant_n", "variant_count", "variant_value"],
  ...["difference", "low", "high", "low90", "high90", "p", "p_adjusted", "moved", "not_worse"],
  "suppressed",
];

export function experimentCsv({ comparisons, recommendation, arms }: ExperimentResults): string {
  const rows = comparisons.flatMap((comparison) =>
    comparison.outcomes.map((one) => [
      ...[comparison.variant, comparison.recommendation, one.outcome, one.role, one.unit],
      ...figureCells(one.control),
      ...figureCells(one.variant),
      ...[one.difference, one.low, one.high, one.low90, one.high90, one.p, one.pAdjusted],
      ...[one.moved, String(one.notWorse)],
      String(Boolean(one.control.suppressed || one.variant.suppressed)),
    ]),
  );
  // Where the reading is stopped, the file says so rather than being empty.
  const stopped = arms.map(({ variant }) => [variant, recommendation]);
  const filled = rows.length > 0 ? rows : stopped;
  return stringify([columns, ...filled.map((row) => columns.map((_, i) => row[i] ?? ""))]);
}

function figureCells(figure: Figure): (number | string)[] {
  return figure.suppressed ? ["", "", ""] : [figure.n, figure.count ?? "", figure.value ?? ""];
}
