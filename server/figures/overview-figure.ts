/** The scorecard: each KPI now and before, by generation, and how trust stands. */
import { builtInBenchmarks } from "#shared/benchmarks.ts";
import type { Benchmark, OwnBenchmark } from "#shared/contract/benchmark.ts";
import type { Figure } from "#shared/contract/metric.ts";
import type { Kpi, OverviewAnswer } from "#shared/contract/overview.ts";
import { formatDay } from "#shared/days.ts";
import { type MetricName, metricList } from "#shared/metric-list.ts";
import { EVENTS_SOURCE } from "#shared/vocabulary.ts";
import type { Question } from "../metrics/family.ts";
import type { Snapshot } from "../store/store.ts";
import { outcomeMetrics, standingOf } from "../verdicts/standing.ts";
import {
  buildMetricAnswer,
  type Compare,
  comparedRange,
  type MetricRequest,
  queriesOfMetric,
} from "./metric-figure.ts";
import { readTogether } from "./read-together.ts";
import type { Selection } from "./selection.ts";

/** What executives review, in the order of the page: what people say, what they do, how they leave. */
const kpiMetrics = [
  "understanding",
  "trust",
  "informed_opt_in_rate",
  "opt_in_rate",
  "opt_in_yield",
  "withdrawal_rate",
  "early_withdrawal_rate",
  "opt_out_effort",
] as const satisfies readonly MetricName[];

export interface OverviewRequest {
  from: number;
  to: number;
  asOf: number | null;
  confidence: number;
  compare: Compare;
  filters: Selection["filters"];
}

const nothing: Figure = { n: 0, value: null, low: null, high: null };

export function buildOverview(snapshot: Snapshot, request: OverviewRequest): OverviewAnswer {
  const { from, to, asOf, confidence } = request;
  const sources = sourcesOf(snapshot, request);
  const source = request.filters.source?.[0] ?? sources[0] ?? null;
  const filters = source === null ? request.filters : { ...request.filters, source: [source] };
  const requests = kpiMetrics.map((metric) => requestsOf(metric, { ...request, filters }));
  const queries = requests.flatMap(({ week, generations }) =>
    [week, generations].flatMap(queriesOfMetric),
  );
  const together = readTogether(snapshot, queries);
  const kpis = requests.map((one) => buildKpi(together, one));
  const trends = kpis
    .filter(({ metric }) => outcomeMetrics.includes(metric))
    .map(({ metric, trend }) => ({ metric, trend }));
  const empty = kpis.every(({ now }) => !now.suppressed && now.n === 0);
  const before = comparedRange(request.compare, { from, to });
  return {
    from: formatDay(from),
    to: formatDay(to),
    compare: { from: formatDay(before.from), to: formatDay(before.to) },
    asOf: asOf === null ? null : formatDay(asOf),
    dataVersion: snapshot.dataVersion(),
    k: snapshot.settings().k,
    confidence,
    source,
    sources,
    standing: standingOf(trends, empty),
    kpis,
  };
}

function buildKpi(snapshot: Snapshot, { week, generations }: KpiRequests): Kpi {
  const { metric } = week.question;
  const { better } = metricList[metric];
  const whole = buildMetricAnswer(snapshot, week);
  const groups = buildMetricAnswer(snapshot, generations);
  const before = whole.compare?.series[0];
  return {
    metric,
    unit: whole.unit,
    better: better === "down" ? "down" : "up",
    now: whole.series[0]?.total ?? nothing,
    before: before?.total ?? nothing,
    difference: before?.difference ?? null,
    trend: before?.trend ?? "unknown",
    benchmark: benchmarkOf(metric, snapshot.records("benchmark")),
    spark: whole.series[0]?.points ?? [],
    byGeneration: groups.series.map(({ group, total }) => {
      const generation = group.generation ?? "";
      const same = groups.compare?.series.find((other) => other.group.generation === generation);
      return {
        generation,
        now: total,
        before: same?.total ?? nothing,
        trend: same?.trend ?? "unknown",
      };
    }),
  };
}

/** Of everybody: the latest of one's own, of one date the last recorded; else the one built in. */
function benchmarkOf(metric: MetricName, own: readonly OwnBenchmark[]): Benchmark | null {
  const speaks = (one: OwnBenchmark | Benchmark) =>
    one.metric === metric && one.generations === null;
  const [first, ...others] = own.filter(speaks);
  if (first === undefined) return builtInBenchmarks.find(speaks) ?? null;
  const latest = others.reduce((best, one) => (one.date < best.date ? best : one), first);
  return { ...latest, builtIn: false };
}

interface KpiRequests {
  week: MetricRequest;
  generations: MetricRequest;
}

function requestsOf(metric: MetricName, request: OverviewRequest): KpiRequests {
  const { from, to, asOf, confidence, compare, filters } = request;
  const scored = ["understanding", "trust", "informed_opt_in_rate"].includes(metric);
  const stat = scored ? "top_two" : metric === "opt_out_effort" ? "time" : null;
  const question: Question = {
    metric,
    from,
    to,
    asOf,
    confidence,
    stat,
    day: 30,
    question: null,
    scale: null,
  };
  return {
    week: { question, grain: "week", by: [], filters, compare },
    generations: { question, grain: "total", by: ["generation"], filters, compare },
  };
}

/** All sources of the store, events first. */
function sourcesOf(snapshot: Snapshot, { asOf }: OverviewRequest): string[] {
  const counts = snapshot.counts({ filters: {}, having: [], from: -1_000_000, to: 1_000_000 });
  const named = [...new Set(counts.map(({ key }) => key.source))].toSorted();
  return asOf !== null && snapshot.hasEvents() ? [EVENTS_SOURCE, ...named] : named;
}
