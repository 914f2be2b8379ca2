/** A small line without axes: path pieces between gaps, and dots for lone points. */
import type { Point } from "#shared/contract/metric.ts";
import { pointValue } from "./time-series.ts";

export interface SparkShape {
  path: string;
  lone: { x: number; y: number }[];
  last: { x: number; y: number } | null;
}

export function shapeSparkline(
  points: readonly Point[],
  width: number,
  height: number,
): SparkShape {
  const values = points.map(pointValue);
  const known = values.filter((value) => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  const spread = high - low || 1;
  const at = (index: number, value: number) => ({
    x: round(points.length < 2 ? width / 2 : (index / (points.length - 1)) * width),
    y: round(high === low ? height / 2 : height - ((value - low) / spread) * height),
  });
  let path = "";
  const lone: SparkShape["lone"] = [];
  let last: SparkShape["last"] = null;
  values.forEach((value, index) => {
    if (value === null) return;
    const place = at(index, value);
    const follows = (values[index - 1] ?? null) !== null;
    if (!follows && (values[index + 1] ?? null) === null) lone.push(place);
    else path += `${follows ? "L" : "M"}${place.x} ${place.y}`;
    last = place;
  });
  return { path, lone, last };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
