/** A benchmark as typed, and what is wrong with it. */
import type { Benchmark, BenchmarkInput } from "#shared/contract/benchmark.ts";
import { metricList } from "#shared/metric-list.ts";
import { parseTyped, percentOf, shareOf } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";

export interface BenchmarkDraft extends Omit<BenchmarkInput, "value" | "n" | "generations"> {
  /** Of shares in per cent. */
  value: string;
  n: string;
  generations: NonNullable<BenchmarkInput["generations"]>;
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

export function isShare({ metric }: Pick<BenchmarkInput, "metric">): boolean {
  return metricList[metric].unit === "share";
}

export function draftOf(benchmark: Benchmark | null): BenchmarkDraft {
  if (benchmark === null) {
    const words = { question: "", population: "", date: "", source: "", note: "" };
    return { metric: "understanding", value: "", n: "", generations: [], ...words };
  }
  const { metric, value, n, generations, question, population, date, source, note } = benchmark;
  return {
    ...{ metric, question, population, date, source, note },
    value: isShare(benchmark) ? percentOf(value) : `${value}`,
    n: n === null ? "" : `${n}`,
    generations: generations ?? [],
  };
}

/** Of a draft without problems. */
export function inputOf(draft: BenchmarkDraft): BenchmarkInput {
  const typed = parseTyped(draft.value) ?? 0;
  return {
    ...draft,
    question: draft.question.trim(),
    source: draft.source.trim(),
    date: draft.date.trim(),
    value: isShare(draft) ? shareOf(typed) : typed,
    n: draft.n.trim() === "" ? null : parseTyped(draft.n),
    generations: draft.generations.length === 0 ? null : draft.generations,
  };
}

export function problemsOf(draft: BenchmarkDraft): { [Name in keyof BenchmarkDraft]?: string } {
  const value = parseTyped(draft.value);
  const n = draft.n.trim() === "" ? 1 : parseTyped(draft.n);
  const isOutside = isShare(draft) && value !== null && (value < 0 || value > 100);
  return {
    ...(value === null || isOutside
      ? { value: t(isShare(draft) ? "benchmarks.valueShareRule" : "benchmarks.valueRule") }
      : {}),
    ...(n === null || n < 1 || !Number.isInteger(n) ? { n: t("benchmarks.nRule") } : {}),
    ...(draft.question.trim() === "" ? { question: t("benchmarks.askedRule") } : {}),
    ...(draft.source.trim() === "" ? { source: t("benchmarks.sourceRule") } : {}),
    ...(DATE.test(draft.date.trim()) ? {} : { date: t("benchmarks.dateRule") }),
  };
}
