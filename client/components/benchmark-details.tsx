import type { Benchmark } from "#shared/contract/benchmark.ts";
import { t } from "../i18n/translate.ts";
import { benchmarkNote, benchmarkValue, groupsText } from "./benchmark-text.ts";

/** Beside one big number, where no line can be drawn: the outside figure, and on demand what it stands for. */
export function BenchmarkDetails({ benchmark }: { benchmark: Benchmark }) {
  const value = benchmarkValue(benchmark);
  const groups = groupsText(benchmark);
  return (
    <details className="benchmark">
      <summary>
        {groups === null
          ? t("benchmark.short", { value })
          : t("benchmark.shortGroup", { value, groups })}
      </summary>
      <p className="basis">{benchmarkNote(benchmark)}</p>
    </details>
  );
}
