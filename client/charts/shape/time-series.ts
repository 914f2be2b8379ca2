/** A metric answer as rows over time: one row a bucket, one figure a group. Gaps and hidden cells stay what they are. */
import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { parseDay } from "#shared/days.ts";
import { casesOf, type Group, groupsOf } from "./groups.ts";

export interface TimeRow {
  day: number;
  start: string;
  figures: { [key: string]: Figure };
}

export interface TimeSeries extends Group {
  total: Figure;
}

export interface TimeShape {
  rows: TimeRow[];
  series: TimeSeries[];
  /** How many cells are hidden, over all groups. */
  hidden: number;
  /** There is nothing to draw: no data, or weighted ones that lack a stratum. */
  isEmpty: boolean;
  /** There are data, but not one figure may be shown. */
  isAllHidden: boolean;
}

export function shapeTimeSeries(answer: MetricAnswer): TimeShape {
  const grouped = groupsOf(answer.series, answer.by, ({ total }) => casesOf(total));
  const rows = new Map<string, TimeRow>();
  let hidden = 0;
  let shown = 0;
  let lacking = 0;
  for (const { group, series } of grouped) {
    for (const { start, ...figure } of series.points) {
      const row = rows.get(start) ?? { day: parseDay(start) ?? 0, start, figures: {} };
      row.figures[group.key] = figure;
      rows.set(start, row);
      if (figure.suppressed) hidden += 1;
      else if (figure.value !== null) shown += 1;
      else if (figure.n > 0 && figure.missing !== undefined) lacking += 1;
    }
  }
  return {
    rows: [...rows.values()].sort((a, b) => a.day - b.day),
    series: grouped.map(({ group, series }) => ({ ...group, total: series.total })),
    hidden,
    isEmpty: shown === 0 && (hidden === 0 || lacking > 0),
    isAllHidden: shown === 0 && hidden > 0 && lacking === 0,
  };
}

export function pointValue(figure: Figure | undefined): number | null {
  return figure === undefined || figure.suppressed ? null : figure.value;
}

/** Null where there is no interval, so that the band has a gap there. */
export function bandOf(figure: Figure | undefined): [number, number] | null {
  if (figure === undefined || figure.suppressed || figure.low === null) return null;
  return figure.high === null ? null : [figure.low, figure.high];
}

/** A point without neighbours, which a line would not show. */
export function isLone(rows: readonly TimeRow[], index: number, key: string): boolean {
  const at = (place: number) => pointValue(rows[place]?.figures[key]);
  return at(index) !== null && at(index - 1) === null && at(index + 1) === null;
}

/** Everything that the axis must hold; bands only where they are drawn. */
export function extentOf(shape: TimeShape, banded: readonly string[]): number[] {
  return shape.rows.flatMap((row) =>
    Object.entries(row.figures).flatMap(([key, figure]) => {
      const value = pointValue(figure);
      const band = banded.includes(key) ? bandOf(figure) : null;
      return [...(value === null ? [] : [value]), ...(band ?? [])];
    }),
  );
}
