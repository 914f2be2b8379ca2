/** What no line shows: points without neighbours, and cells that are hidden. */
import { memo } from "react";
import { fadeOf, usePlaces } from "./group-lines.tsx";
import { MarkerShape } from "./marker.tsx";
import { isLone, pointValue, type TimeShape } from "./shape/time-series.ts";

interface Props {
  shape: TimeShape;
  active: string | null;
  /** Where hidden cells are marked: just above the axis, so that the dots are whole. */
  hiddenAt: number;
}

export const LoneMarks = memo(function LoneMarks({ shape, active, hiddenAt }: Props) {
  const places = usePlaces();
  if (places === null) return null;
  return shape.series.map(({ key, style }) => (
    <g key={key}>
      {shape.rows.map((row, index) => {
        const [figure, x] = [row.figures[key], places.x(row.day)];
        if (figure?.suppressed)
          return (
            <circle
              key={row.day}
              className="hidden-dot"
              cx={x}
              cy={places.y(hiddenAt)}
              r={3.5}
              stroke={style.colour}
              strokeOpacity={fadeOf(active, key)}
            />
          );
        const value = pointValue(figure);
        if (value === null || !isLone(shape.rows, index, key)) return null;
        return <MarkerShape key={row.day} x={x} y={places.y(value)} style={style} />;
      })}
    </g>
  ));
});
