/** Under which day each day's facts are given, and where a whole week has the same. */
import { WEEK_DAYS } from "./places.ts";
import type { Reading } from "./reading.ts";

export interface DayLabels {
  /** The days that rows are given under. */
  labels: readonly number[];
  /** The position of a day's label; −1 where the day is not asked for. */
  of(day: number): number;
  /** The position that all days of the week from this Monday share; −1 where they do not. */
  ofWeek(monday: number): number;
  firstDay: number;
  lastDay: number;
}

const EVER = -100_000;

export function dayLabels({ from, to, starts, wholeRange, withEarlier }: Reading): DayLabels {
  const earlier = withEarlier ? [from - 1] : [];
  const days = (): number[] =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
  const labels = [...earlier, ...(wholeRange ? [from] : (starts ?? days()))];
  const positionOf = (day: number): number => {
    if (day > to) return -1;
    if (day < from) return withEarlier ? 0 : -1;
    if (wholeRange) return earlier.length;
    return starts === undefined ? day - from + earlier.length : lastNotAfter(labels, day);
  };
  return {
    labels,
    of: positionOf,
    ofWeek(monday) {
      const first = positionOf(monday);
      // Positions never fall from day to day: where the ends agree, all between do.
      return first === positionOf(monday + WEEK_DAYS - 1) ? first : -1;
    },
    firstDay: withEarlier ? EVER : from,
    lastDay: to,
  };
}

function lastNotAfter(labels: readonly number[], day: number): number {
  let [low, high] = [0, labels.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((labels[middle] ?? 0) <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
