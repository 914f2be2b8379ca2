import type { Benchmark } from "#shared/contract/benchmark.ts";
import { MarkerShape } from "./marker.tsx";
import type { ForestRow } from "./shape/forest.ts";
import { placeOf, type Scale } from "./shape/scale.ts";
import { bandOf, pointValue } from "./shape/time-series.ts";

/** One row of a forest: the figure as a dot on its interval, the one before as an upright stroke. */
export function Whisker({
  row,
  scale,
  benchmarks,
}: {
  row: ForestRow;
  scale: Scale;
  benchmarks: readonly Benchmark[];
}) {
  const value = pointValue(row.figure);
  const band = bandOf(row.figure);
  const before = row.before === null ? null : pointValue(row.before);
  const x = (at: number) =>
    `${placeOf(Math.min(Math.max(at, scale.low), scale.high), scale) * 100}%`;
  return (
    <svg className="whisker" height="28" width="100%" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <line key={tick} className="whisker-grid" x1={x(tick)} x2={x(tick)} y1="0" y2="28" />
      ))}
      {benchmarks.map(({ id, value: at }) => (
        <line key={id} className="whisker-reference" x1={x(at)} x2={x(at)} y1="0" y2="28" />
      ))}
      {band !== null && (
        <line
          x1={x(band[0])}
          x2={x(band[1])}
          y1="14"
          y2="14"
          stroke={row.style.colour}
          strokeWidth="3"
          strokeOpacity="0.45"
          strokeLinecap="round"
        />
      )}
      {before !== null && (
        <line className="whisker-before" x1={x(before)} x2={x(before)} y1="7" y2="21" />
      )}
      {value !== null && <MarkerShape x={x(value)} y={14} style={row.style} size={5} />}
    </svg>
  );
}
