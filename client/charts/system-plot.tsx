import { axisText } from "./axis.ts";
import { MarkerShape } from "./marker.tsx";
import { greyStyle, singleStyle } from "./palette.ts";
import type { SystemRow } from "./shape/reconciliation.ts";
import { placeOf, type Scale } from "./shape/scale.ts";
import { bandOf, pointValue } from "./shape/time-series.ts";

const HEIGHT = 28;

/** The scale over the column of dots. */
export function SystemAxis({ scale }: { scale: Scale }) {
  return (
    <svg className="forest-axis" height="18" width="100%" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <text key={tick} x={`${placeOf(tick, scale) * 100}%`} y="13" textAnchor="middle">
          {axisText(tick, "share", scale)}
        </text>
      ))}
    </svg>
  );
}

/** One system's figure as a dot on its interval; an upright stroke is ours, to see how far it lies. */
export function SystemPlot({
  row,
  scale,
  ours,
}: {
  row: SystemRow;
  scale: Scale;
  ours: number | null;
}) {
  const style = row.as === null ? singleStyle : greyStyle;
  const value = pointValue(row.figure);
  const band = bandOf(row.figure);
  const x = (at: number) => `${placeOf(at, scale) * 100}%`;
  return (
    <svg className="whisker" height={HEIGHT} width="100%" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <line key={tick} className="whisker-grid" x1={x(tick)} x2={x(tick)} y1="0" y2={HEIGHT} />
      ))}
      {ours !== null && (
        <line className="system-ours" x1={x(ours)} x2={x(ours)} y1="0" y2={HEIGHT} />
      )}
      {band !== null && (
        <line
          className="system-band"
          x1={x(band[0])}
          x2={x(band[1])}
          y1={HEIGHT / 2}
          y2={HEIGHT / 2}
          stroke={style.colour}
        />
      )}
      {value !== null && <MarkerShape x={x(value)} y={HEIGHT / 2} style={style} size={5} />}
    </svg>
  );
}
