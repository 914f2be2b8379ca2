import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { Unit } from "#shared/contract/metric.ts";
import { benchmarkLabel, benchmarkValue } from "../components/benchmark-text.ts";
import { axisText } from "./axis.ts";
import { placeOf, type Scale } from "./shape/scale.ts";

interface Props {
  scale: Scale;
  unit: Unit;
  benchmarks: readonly Benchmark[];
}

const ROW = 16;
const AXIS = 18;

/** The scale over the whiskers; each benchmark has a row of its own above it, so that no label covers another. */
export function ForestAxis({ scale, unit, benchmarks }: Props) {
  const top = benchmarks.length * ROW;
  const x = (value: number) => `${placeOf(value, scale) * 100}%`;
  return (
    <svg className="forest-axis" height={top + AXIS} width="100%" aria-hidden="true">
      {scale.ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={top + AXIS - 5} textAnchor="middle">
          {axisText(tick, unit, scale)}
        </text>
      ))}
      {benchmarks.map((benchmark, row) => {
        const isRight = placeOf(benchmark.value, scale) > 0.5;
        const label = {
          x: x(benchmark.value),
          dx: isRight ? -5 : 5,
          y: row * ROW + 11,
          textAnchor: isRight ? "end" : "start",
        } as const;
        return (
          <g key={benchmark.id}>
            <line
              className="whisker-reference"
              x1={x(benchmark.value)}
              x2={x(benchmark.value)}
              y1={row * ROW}
              y2={top}
            />
            <text className="benchmark-label forest-wide" {...label}>
              {benchmarkLabel(benchmark)}
            </text>
            <text className="benchmark-label forest-tight" {...label}>
              {benchmarkValue(benchmark)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
