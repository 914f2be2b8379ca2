/** The series of an outcome beside what would have been, as rows: one a week or wave, gaps and hidden cells as they are. */
import type { OutcomeSeries } from "#shared/contract/verdict.ts";
import { parseDay } from "#shared/days.ts";

export interface CounterfactualRow {
  day: number;
  start: string;
  phase: "before" | "change" | "after";
  isHidden: boolean;
  n: number | null;
  seen: number | null;
  expected: number | null;
  band: [number, number] | null;
}

export interface CounterfactualShape {
  rows: CounterfactualRow[];
  /** All that the axis must hold. */
  ends: number[];
  hidden: number;
  isEmpty: boolean;
}

export function shapeCounterfactual({ points }: OutcomeSeries): CounterfactualShape {
  const rows = points.map((point): CounterfactualRow => {
    const { start, phase } = point;
    const at = { day: parseDay(start) ?? 0, start, phase };
    if (point.suppressed) {
      return { ...at, isHidden: true, n: null, seen: null, expected: null, band: null };
    }
    const { n, value, counterfactual, low, high } = point;
    const band: CounterfactualRow["band"] = low === null || high === null ? null : [low, high];
    return { ...at, isHidden: false, n, seen: value, expected: counterfactual, band };
  });
  const ends = rows.flatMap(({ seen, expected, band }) =>
    [seen, expected, ...(band ?? [])].filter((end) => end !== null),
  );
  return {
    rows,
    ends,
    hidden: rows.filter(({ isHidden }) => isHidden).length,
    isEmpty: ends.length === 0 && rows.every(({ isHidden }) => !isHidden),
  };
}

/** A point without neighbours, which a line would not show. */
export function isLonePoint(rows: readonly CounterfactualRow[], index: number): boolean {
  const at = (place: number) => rows[place]?.seen ?? null;
  return at(index) !== null && at(index - 1) === null && at(index + 1) === null;
}
