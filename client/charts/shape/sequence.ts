/** A difference as it stood day by day, as rows: what a chart of the always-valid sequence draws. */
import type { SequencePoint } from "#shared/contract/experiment-results.ts";
import { parseDay } from "#shared/days.ts";
import { niceScale, type Scale } from "./scale.ts";

export interface SequenceRow {
  day: number;
  date: string;
  difference: number;
  band: [number, number];
  p: number;
}

export interface SequenceShape {
  rows: SequenceRow[];
  scale: Scale;
}

/** The first days know next to nothing: beyond so many times the later intervals' reach the band is cut off. */
const MAX_STRETCH = 2;

export function shapeSequence(points: readonly SequencePoint[], size: number): SequenceShape {
  const rows = points.map(({ day, difference, low, high, p }): SequenceRow => {
    return { day: parseDay(day) ?? 0, date: day, difference, band: [low, high], p };
  });
  const reaches = rows.map(({ band: [low, high] }) => Math.max(Math.abs(low), Math.abs(high)));
  const middle = reaches.toSorted((a, b) => a - b)[Math.floor(reaches.length / 2)] ?? size;
  const limit = MAX_STRETCH * Math.max(middle, size);
  const ends = rows
    .flatMap(({ difference, band }) => [difference, ...band])
    .map((end) => Math.min(Math.max(end, -limit), limit));
  return { rows, scale: niceScale([0, size, -size, ...ends], "points", 5) };
}
