/** What stands still, over the lines so that its labels can be read: benchmarks across, changes upright. */
import { ReferenceLine } from "recharts";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import { parseDay } from "#shared/days.ts";
import { benchmarkLabel } from "../components/benchmark-text.ts";
import { BenchmarkLabel } from "./benchmark-label.tsx";
import { ChangeFlag } from "./change-flag.tsx";
import type { Mark } from "./change-list.tsx";

/** Above a chart, in px, for the flags of changes. */
export const ROOM_FOR_FLAGS = 26;

/** `shifts` move the labels of benchmarks, in px, so that they keep clear of each other. */
export function referenceLines(
  marks: readonly Mark[],
  benchmarks: readonly Benchmark[],
  shifts: readonly number[],
) {
  return (
    <>
      {benchmarks.map((benchmark, index) => (
        <ReferenceLine
          key={benchmark.id}
          y={benchmark.value}
          stroke="var(--benchmark)"
          strokeDasharray="6 4"
          label={<BenchmarkLabel text={benchmarkLabel(benchmark)} shift={shifts[index] ?? 0} />}
        />
      ))}
      {marks.map((mark) => (
        <ReferenceLine
          key={mark.id}
          x={parseDay(mark.date) ?? 0}
          stroke="var(--mark)"
          strokeDasharray="2 3"
          ifOverflow="discard"
          label={<ChangeFlag mark={mark} />}
        />
      ))}
    </>
  );
}
