/** One headline figure: value, interval, n, and how it stands against the period before. */
import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { Against } from "../components/against.tsx";
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
}

export function totalOf(answer: Pick<MetricAnswer, "series">): Figure {
  return answer.series[0]?.total ?? nothing;
}

export function MetricTile({ metric, query, isWeighted }: Props) {
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
              {isWeighted && <span className="basis">{weightsText(answer)}</span>}
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

/** To whom the figure is weighted, or why there is none. */
function weightsText(answer: MetricAnswer): string {
  if (answer.weights === undefined) return t("weights.not");
  const missing = missingOf(answer);
  if (missing.length > 0) return t("weights.missing", { strata: strataText(missing) });
  return t("weights.fact", { name: nameOf(answer.weights) });
}
