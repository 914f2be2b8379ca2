/** Outside figures in words: always with who was asked, how many, when, by whom, and how far it compares. */
import type { Benchmark } from "#shared/contract/benchmark.ts";
import { metricList } from "#shared/metric-list.ts";
import { formatDate } from "../format/dates.ts";
import { formatExact } from "../format/figures.ts";
import { formatList } from "../format/lists.ts";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { valueLabel } from "./labels.ts";

export function benchmarkValue({ metric, value }: Benchmark): string {
  return formatExact(value, metricList[metric].unit);
}

/** Beside its line: short, and never to be taken for a target. */
export function benchmarkLabel(benchmark: Benchmark): string {
  const words = { value: benchmarkValue(benchmark), year: benchmark.date.slice(0, 4) };
  const groups = groupsText(benchmark);
  return groups === null
    ? t("benchmark.label", words)
    : t("benchmark.labelGroup", { ...words, groups });
}

/** The groups that it speaks of; null for everybody. */
export function groupsText({ generations }: Benchmark): string | null {
  return generations === null
    ? null
    : formatList(generations.map((name) => valueLabel("generation", name)));
}

export function benchmarkNote(benchmark: Benchmark): string {
  const { question, note } = benchmark;
  const words = { question, value: benchmarkValue(benchmark), basis: basisText(benchmark) };
  return `${t("benchmark.note", words)}${note === "" ? "" : ` ${note}`}`;
}

/** Beneath a chart that has its line. */
export function lineNote(benchmark: Benchmark): string {
  return t("benchmark.lineNote", { note: benchmarkNote(benchmark) });
}

/** Who, how many, when, by whom. */
export function basisText({ population, n, date, source }: Benchmark): string {
  return [
    population === "" ? t("benchmark.noPopulation") : population,
    n === null ? t("benchmark.noN") : t("n.cases", { count: formatCount(n) }),
    formatDate(date),
    source,
  ].join("; ");
}

/** Those of this figure, in its unit: a mean has none of those of its share. */
export function benchmarksOf(
  answer: { metric: string; unit: string } | undefined,
  benchmarks: readonly Benchmark[],
): Benchmark[] {
  return benchmarks.filter(
    ({ metric }) => metric === answer?.metric && metricList[metric].unit === answer.unit,
  );
}
