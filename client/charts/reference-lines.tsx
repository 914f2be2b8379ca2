/** What stands still behind the lines: benchmarks across, changes upright. */
import { ReferenceLine } from "recharts";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import { parseDay } from "#shared/days.ts";
import { valueLabel } from "../components/labels.ts";
import { formatList } from "../format/lists.ts";
import { formatAxisShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { ChangeFlag } from "./change-flag.tsx";
import type { Mark } from "./change-list.tsx";

export function referenceLines(marks: readonly Mark[], benchmarks: readonly Benchmark[]) {
  return (
    <>
      {benchmarks.map((benchmark) => (
        <ReferenceLine
          key={benchmark.id}
          y={benchmark.value}
          stroke="var(--benchmark)"
          strokeDasharray="6 4"
          label={{
            value: benchmarkText(benchmark),
            position: "insideBottomLeft",
            className: "benchmark-label",
          }}
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

function benchmarkText({ value, date, generations }: Benchmark): string {
  const words = { value: formatAxisShare(value, 1), year: date.slice(0, 4) };
  if (generations === null) return t("chart.benchmark", words);
  const groups = formatList(generations.map((name) => valueLabel("generation", name)));
  return t("chart.benchmarkGroup", { ...words, groups });
}
