import type { Benchmark } from "#shared/contract/benchmark.ts";
import { basisText, benchmarkValue, groupsText } from "../../components/benchmark-text.ts";
import { metricLabel } from "../../components/labels.ts";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { useBenchmarks, useDeleteBenchmark } from "../../queries/benchmarks.ts";
import { BenchmarkForm } from "./benchmark-form.tsx";
import { RecordRow } from "./record-row.tsx";
import { RecordsPanel } from "./records-panel.tsx";

export function BenchmarksPanel() {
  const benchmarks = useBenchmarks();
  const remove = useDeleteBenchmark();
  return (
    <RecordsPanel<Benchmark>
      words={{
        title: t("benchmarks.title"),
        text: t("benchmarks.text"),
        add: t("benchmarks.add"),
        edit: t("benchmarks.editTitle"),
        saved: t("benchmarks.saved"),
        deleted: t("benchmarks.deleted"),
        deleteTitle: t("benchmarks.deleteTitle"),
        deleteText: ({ question }) => t("benchmarks.deleteText", { question }),
      }}
      remove={remove}
      form={(benchmark, onSaved, onCancel) => (
        <BenchmarkForm benchmark={benchmark} onSaved={onSaved} onCancel={onCancel} />
      )}
    >
      {(onEdit, onDelete) => (
        <QueryBoundary query={benchmarks} size="chart">
          {(answer) => (
            <ul className="record-list">
              {answer.benchmarks.map((benchmark) => {
                const { id, question, note, builtIn } = benchmark;
                return (
                  <RecordRow
                    key={id}
                    title={titleOf(benchmark)}
                    basis={
                      <>
                        {question} ({basisText(benchmark)}). {note}
                      </>
                    }
                    {...(builtIn
                      ? { mark: t("benchmarks.builtIn") }
                      : {
                          edit: {
                            label: t("benchmarks.editLabel", { question }),
                            onClick: () => onEdit(benchmark),
                          },
                          remove: {
                            label: t("benchmarks.deleteLabel", { question }),
                            onClick: () => onDelete(benchmark),
                          },
                        })}
                  />
                );
              })}
            </ul>
          )}
        </QueryBoundary>
      )}
    </RecordsPanel>
  );
}

function titleOf(benchmark: Benchmark): string {
  const groups = groupsText(benchmark);
  const title = `${metricLabel(benchmark.metric)}: ${benchmarkValue(benchmark)}`;
  return groups === null ? title : `${title}, ${groups}`;
}
