import { benchmarkNote } from "../../components/benchmark-text.ts";
import { Panel } from "../../components/panel.tsx";
import { t } from "../../i18n/translate.ts";
import { useBenchmarks } from "../../queries/benchmarks.ts";

/** What others measured of the same, where anybody did. */
export function BenchmarksPanel({ metric }: { metric: string }) {
  const own = useBenchmarks().data?.benchmarks.filter((one) => one.metric === metric) ?? [];
  if (own.length === 0) return null;
  return (
    <Panel title={t("glossary.benchmarks")}>
      <ul className="prose-list">
        {own.map((benchmark) => (
          <li key={benchmark.id}>{benchmarkNote(benchmark)}</li>
        ))}
      </ul>
    </Panel>
  );
}
