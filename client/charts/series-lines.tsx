/** Bands, lines, lone points and hidden cells of every group. */
import { Area, Line } from "recharts";
import { MarkerShape } from "./marker.tsx";
import { bandOf, isLone, pointValue, type TimeRow, type TimeShape } from "./shape/time-series.ts";

interface Props {
  shape: TimeShape;
  active: string | null;
  /** The groups whose interval is drawn. */
  banded: readonly string[];
  /** Where hidden cells are marked: just above the axis, so that the dots are whole. */
  hiddenAt: number;
}

export function seriesLines({ shape: { rows, series }, active, banded, hiddenAt }: Props) {
  const fade = (key: string) => (active === null || active === key ? 1 : 0.18);
  return (
    <>
      {series
        .filter(({ key }) => banded.includes(key))
        .map(({ key, style }) => (
          <Area
            key={`band-${key}`}
            dataKey={(row: TimeRow) => bandOf(row.figures[key])}
            stroke="none"
            fill={style.colour}
            fillOpacity={0.16}
            isAnimationActive={false}
            activeDot={false}
            tooltipType="none"
          />
        ))}
      {series.map(({ key, style }) => (
        <Line
          key={key}
          dataKey={(row: TimeRow) => pointValue(row.figures[key])}
          stroke={style.colour}
          strokeOpacity={fade(key)}
          strokeWidth={2}
          strokeDasharray={style.dash}
          dot={({ cx, cy, index }: { cx?: number; cy?: number; index?: number }) =>
            cx !== undefined && cy !== undefined && isLone(rows, index ?? 0, key) ? (
              <MarkerShape key={index} x={cx} y={cy} style={style} />
            ) : (
              <g key={index} />
            )
          }
          activeDot={{ r: 4 }}
          isAnimationActive={false}
        />
      ))}
      {series.map(({ key, style }) => (
        <Line
          key={`hidden-${key}`}
          dataKey={(row: TimeRow) => (row.figures[key]?.suppressed ? hiddenAt : null)}
          stroke="none"
          dot={{
            r: 3.5,
            stroke: style.colour,
            strokeWidth: 1.5,
            fill: "var(--surface)",
            strokeOpacity: fade(key),
          }}
          activeDot={false}
          tooltipType="none"
          isAnimationActive={false}
        />
      ))}
    </>
  );
}
