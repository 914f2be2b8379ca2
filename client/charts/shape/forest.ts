/** Totals by group as dots with whiskers on one scale. */
import type { Figure, MetricAnswer, Unit } from "#shared/contract/metric.ts";
import { singleStyle } from "../palette.ts";
import { type Group, groupsOf } from "./groups.ts";
import { niceScale, type Scale } from "./scale.ts";
import { bandOf, pointValue } from "./time-series.ts";

export interface ForestRow extends Group {
  figure: Figure;
  before: Figure | null;
}

export interface ForestShape {
  rows: ForestRow[];
  scale: Scale;
  isEmpty: boolean;
  /** There are data, but not one figure may be shown. */
  isAllHidden: boolean;
}

/** `others` are values that the scale holds, too. */
export function shapeForest(answer: MetricAnswer, others: readonly number[] = []): ForestShape {
  const before = new Map(
    (answer.compare?.series ?? []).map((series) => [keyOf(series.group, answer.by), series.total]),
  );
  const rows = groupsOf(answer.series, answer.by, ({ total }) => weightOf(total)).map(
    ({ group, series }) => ({
      ...group,
      style: answer.by[0] === "generation" ? group.style : singleStyle,
      figure: series.total,
      before: before.get(group.key) ?? null,
    }),
  );
  return forestOf(rows, answer.unit, others);
}

export function forestOf(
  rows: ForestRow[],
  unit: Unit,
  others: readonly number[] = [],
): ForestShape {
  const ends = rows.flatMap(({ figure, before }) => [
    ...(bandOf(figure) ?? [pointValue(figure) ?? Number.NaN]),
    (before === null ? null : pointValue(before)) ?? Number.NaN,
  ]);
  return {
    rows,
    scale: niceScale([...ends, ...others], unit, 4),
    isAllHidden: rows.length > 0 && rows.every(({ figure }) => figure.suppressed),
    isEmpty: rows.every(({ figure }) => !figure.suppressed && figure.n === 0),
  };
}

/** Groups that share their denominator differ in what they count. */
function weightOf(figure: Figure): number {
  return figure.suppressed ? 0 : figure.n + (figure.count ?? 0) / (figure.n + 1);
}

function keyOf(group: { [dimension: string]: string }, by: readonly string[]): string {
  return by.map((dimension) => group[dimension] ?? "").join("|");
}

/** The groups with the highest and the lowest value, where their intervals do not touch; else null. */
export function spreadOf(rows: readonly ForestRow[]): { high: ForestRow; low: ForestRow } | null {
  const known = rows.filter(({ figure, key }) => pointValue(figure) !== null && key !== "unknown");
  const ordered = [...known].sort(
    (a, b) => (pointValue(b.figure) ?? 0) - (pointValue(a.figure) ?? 0),
  );
  const high = ordered[0];
  const low = ordered.at(-1);
  if (high === undefined || low === undefined || high === low) return null;
  const highBand = bandOf(high.figure);
  const lowBand = bandOf(low.figure);
  if (highBand === null || lowBand === null || highBand[0] <= lowBand[1]) return null;
  return { high, low };
}
