/** One headline figure: value, interval, n, and how it stands against the period before. */
import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { Against } from "../components/against.tsx";
import { BenchmarkDetails } from "../components/benchmark-details.tsx";
import { benchmarksOf } from "../components/benchmark-text.ts";
import { DefinitionLink } from "../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../components/estimate.tsx";
import { metricLabel, strataText } from "../components/labels.ts";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { t, translateIfKnown } from "../i18n/translate.ts";
import { missingOf, nameOf } from "./weights-notes.ts";

const nothing: Figure = { n: 0, value: null, low: null, high: null };

interface Props {
  metric: string;
  query: QueryState<MetricAnswer>;
  isWeighted: boolean;
  /** Of any metric: those of this one are named. */
  benchmarks: readonly Benchmark[];
}

export function totalOf(answer: Pick<MetricAnswer, "series">): Figure {
  return answer.series[0]?.total ?? nothing;
}

export function MetricTile({ metric, query, isWeighted, benchmarks }: Props) {
  return (
    <li className="tile">
      <div className="tile-head">
        <span>{metricLabel(metric)}</span>
        <DefinitionLink metric={metric} />
      </div>
      <QueryBoundary query={query} size="tile">
        {(answer) => {
          const figure = totalOf(answer);
          const { unit, k } = answer;
          const isSigned = metric === "net_change";
          const before = answer.compare?.series[0];
          const own = benchmarksOf(answer, benchmarks);
          return (
            <>
              <p className="tile-value">
                <EstimateValue figure={figure} unit={unit} k={k} isSigned={isSigned} />
              </p>
              <p className="tile-about">{translateIfKnown(`about.${metric}`)}</p>
              <EstimateBasis figure={figure} unit={unit} metric={metric} k={k} />
              {isWeighted && <span className="basis">{weightsText(answer)}</span>}
              {(before !== undefined || own.length > 0) && (
                <div className="tile-foot">
                  {before !== undefined && (
                    <Against
                      now={figure}
                      before={before.total}
                      difference={before.difference}
                      trend={before.trend}
                      unit={unit}
                      isSigned={isSigned}
                    />
                  )}
                  {own.map((benchmark) => (
                    <BenchmarkDetails key={benchmark.id} benchmark={benchmark} />
                  ))}
                </div>
              )}
            </>
          );
        }}
      </QueryBoundary>
    </li>
  );
}

/** To whom the figure is weighted, or why there is none. */
function weightsText(answer: MetricAnswer): string {
  if (answer.weights === undefined) return t("weights.not");
  const missing = missingOf(answer);
  if (missing.length > 0) return t("weights.lacking", { strata: strataText(missing) });
  return t("weights.fact", { name: nameOf(answer.weights) });
}
