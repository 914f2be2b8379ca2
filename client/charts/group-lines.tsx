/**
 * The lines of groups over the same rows, as one path each. Recharts' own lines keep a component for every point, and go through
 * all of them with every answer; axes, tooltip and keyboard are its own.
 */
import { memo, useId } from "react";
import {
  DefaultZIndexes,
  Line,
  useActiveTooltipDataPoints,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  ZIndexLayer,
} from "recharts";
import { type Group, toldApart } from "./shape/groups.ts";
import { bandPath, linePath } from "./shape/paths.ts";

interface Props<Row extends { day: number }> {
  rows: readonly Row[];
  groups: readonly Group[];
  /** The group that is brought out; the others fade. */
  active: string | null;
  /** The groups whose interval is drawn. */
  banded: readonly string[];
  valueAt: (row: Row, key: string) => number | null;
  bandAt: (row: Row, key: string) => readonly [number, number] | null;
  isStep?: boolean;
}

const FADED = 0.18;
const BACKGROUND = 0.5;

export const fadeOf = (active: string | null, key: string): number =>
  active === null || active === key ? 1 : FADED;

/** How a chart's days and values become pixels; null until it knows. */
export function usePlaces() {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (x === undefined || y === undefined) return null;
  return { x: (day: number) => x(day) ?? 0, y: (value: number) => y(value) ?? 0 };
}

/** Only another answer or another group brought out draws them anew; pointing at a day does not. */
export const GroupLines = memo(function GroupLines<Row extends { day: number }>(props: Props<Row>) {
  const { rows, groups, active, banded, valueAt, bandAt, isStep = false } = props;
  const [places, area, clip] = [usePlaces(), usePlotArea(), useId()];
  if (places === null || area === undefined) return null;
  const { x, y } = places;
  const { x: left, y: top, width, height } = area;
  const inFront = toldApart(groups, active);
  const behind = groups.filter((group) => !inFront.includes(group));
  // What is brought out lies above all.
  const order = [...behind, ...inFront].sort(
    (a, b) => Number(a.key === active) - Number(b.key === active),
  );
  return (
    <g clipPath={`url(#${clip})`}>
      <clipPath id={clip}>
        <rect x={left} y={top} width={width} height={height} />
      </clipPath>
      {groups
        .filter(({ key }) => banded.includes(key))
        .map(({ key, style }) => {
          const edges = rows.map((row) => {
            const band = bandAt(row, key);
            return { x: x(row.day), edges: band && ([y(band[0]), y(band[1])] as const) };
          });
          return (
            <path key={key} d={bandPath(edges, isStep)} fill={style.colour} fillOpacity={0.16} />
          );
        })}
      {order.map((group) => {
        const { key, style } = group;
        const line = rows.map((row) => {
          const value = valueAt(row, key);
          return { x: x(row.day), y: value === null ? null : y(value) };
        });
        const isBehind = behind.includes(group);
        return (
          <path
            key={key}
            d={linePath(line, isStep)}
            fill="none"
            stroke={style.colour}
            strokeOpacity={fadeOf(active, key) * (isBehind ? BACKGROUND : 1)}
            strokeWidth={isBehind ? 1 : 2}
            strokeDasharray={style.dash}
          />
        );
      })}
    </g>
  );
}) as <Row extends { day: number }>(props: Props<Row>) => React.ReactNode;

/** A dot on each line that is told apart, where somebody points. */
export function ActiveDots<Row extends { day: number }>(
  props: Pick<Props<Row>, "groups" | "active" | "valueAt">,
) {
  const { groups, active, valueAt } = props;
  const [places, rows] = [usePlaces(), useActiveTooltipDataPoints<Row>()];
  const row = rows?.[0];
  if (places === null || row === undefined) return null;
  return (
    <ZIndexLayer zIndex={DefaultZIndexes.activeDot}>
      {toldApart(groups, active).map(({ key, style }) => {
        const value = valueAt(row, key);
        return value === null ? null : (
          <circle
            key={key}
            className="active-dot"
            cx={places.x(row.day)}
            cy={places.y(value)}
            r={4}
            fill={style.colour}
            fillOpacity={fadeOf(active, key)}
          />
        );
      })}
    </ZIndexLayer>
  );
}

/** Nothing to see: what Recharts needs to tell its tooltip the row that somebody points at. */
export const rowsToPointAt = (
  <Line dataKey="day" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
);
