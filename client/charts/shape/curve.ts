/** Retention curves as rows by day since the grant. */
import type { CurveAnswer, CurvePoint } from "#shared/contract/metric.ts";
import { type Group, groupsOf } from "./groups.ts";

export interface CurveRow {
  day: number;
  points: { [key: string]: CurvePoint };
}

export interface CurveSeries extends Group {
  n: number | null;
  isHidden: boolean;
}

export interface CurveShape {
  rows: CurveRow[];
  series: CurveSeries[];
  lowest: number;
  isEmpty: boolean;
  /** There are consents, but too few in every group to show. */
  isAllHidden: boolean;
}

export function shapeCurve(answer: CurveAnswer): CurveShape {
  const grouped = groupsOf(answer.series, answer.by, ({ n }) => n ?? 0);
  const rows = new Map<number, CurveRow>();
  let lowest = 1;
  for (const { group, series } of grouped) {
    for (const point of series.points) {
      if (point.value === null) continue;
      const row = rows.get(point.day) ?? { day: point.day, points: {} };
      row.points[group.key] = point;
      rows.set(point.day, row);
      lowest = Math.min(lowest, point.low ?? point.value);
    }
  }
  const isEmpty = rows.size === 0;
  return {
    rows: [...rows.values()].sort((a, b) => a.day - b.day),
    series: grouped.map(({ group, series }) => ({
      ...group,
      n: series.n,
      isHidden: series.suppressed,
    })),
    lowest,
    isEmpty,
    isAllHidden: isEmpty && grouped.some(({ series }) => series.suppressed),
  };
}
