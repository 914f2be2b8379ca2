/** One headline figure: value, interval, n, and how it stands against the period before. */
import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { Against } from "../components/against.tsx";
import { DefinitionLink } from "../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../components/estimate.tsx";
import { metricLabel } from "../components/labels.ts";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { translateIfKnown } from "../i18n/translate.ts";

const nothing: Figure = { n: 0, value: null, low: null, high: null };

interface Props {
  metric: string;
  query: QueryState<MetricAnswer>;
}

export function totalOf(answer: Pick<MetricAnswer, "series">): Figure {
  return answer.series[0]?.total ?? nothing;
}

export function MetricTile({ metric, query }: Props) {
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
          return (
            <>
              <p className="tile-value">
                <EstimateValue figure={figure} unit={unit} k={k} isSigned={isSigned} />
              </p>
              <p className="tile-about">{translateIfKnown(`about.${metric}`)}</p>
              <EstimateBasis figure={figure} unit={unit} metric={metric} k={k} />
              {before !== undefined && (
                <div className="tile-foot">
                  <Against
                    now={figure}
                    before={before.total}
                    difference={before.difference}
                    trend={before.trend}
                    unit={unit}
                    isSigned={isSigned}
                  />
                </div>
              )}
            </>
          );
        }}
      </QueryBoundary>
    </li>
  );
}
