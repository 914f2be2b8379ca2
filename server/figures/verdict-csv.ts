/** A verdict as CSV: its outcomes, or their series; hidden and missing figures empty, no comments. */
import { stringify } from "csv-stringify/sync";
import type { OutcomeEffect, VerdictAnswer } from "#shared/contract/verdict.ts";

export const verdictTables = ["outcomes", "series"] as const;
export type VerdictTable = (typeof verdictTables)[number];

export function verdictCsv(answer: VerdictAnswer, table: VerdictTable): string {
  return table === "outcomes" ? outcomesCsv(answer) : seriesCsv(answer);
}

/** Column → field. */
const outcomeColumns = {
  metric: "metric",
  size: "size",
  effect: "effect",
  low: "low",
  high: "high",
  low90: "low90",
  high90: "high90",
  p: "p",
  p_adjusted: "pAdjusted",
  moved: "moved",
  before: "before",
  after: "after",
  n: "n",
  n_before: "nBefore",
  needed: "needed",
  needed_days: "neededDays",
  missing: "missing",
} as const satisfies Record<string, keyof OutcomeEffect>;

function outcomesCsv({ outcomes }: VerdictAnswer): string {
  const fields = Object.values(outcomeColumns);
  const rows = outcomes.map((outcome) => fields.map((field) => outcome[field] ?? ""));
  return stringify([Object.keys(outcomeColumns), ...rows]);
}

function seriesCsv({ series }: VerdictAnswer): string {
  const columns = ["metric", "start", "phase", "n", "value", "counterfactual", "low", "high"];
  const rows = series.flatMap(({ metric, points }) =>
    points.map((point) => {
      const head = [metric, point.start, point.phase];
      if (point.suppressed) return [...head, "", "", "", "", "", "true"];
      const { n, value, counterfactual, low, high } = point;
      return [...head, n, value ?? "", counterfactual ?? "", low ?? "", high ?? "", "false"];
    }),
  );
  return stringify([[...columns, "suppressed"], ...rows]);
}
