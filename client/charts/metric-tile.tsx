/** One headline figure: value, interval, n, and how it stands against the period before. */
import type { ComparedSeries, Figure, MetricAnswer, Unit } from "#shared/contract/metric.ts";
import { DefinitionLink } from "../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../components/estimate.tsx";
import { metricLabel } from "../components/labels.ts";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { differenceText, directionOf, TrendBadge } from "../components/trend.tsx";
import { formatFigure } from "../format/figures.ts";
import { t, translateIfKnown } from "../i18n/translate.ts";

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
          const before = answer.compare?.series[0];
          return (
            <>
              <p className="tile-value">
                <EstimateValue figure={figure} unit={unit} k={k} />
              </p>
              <p className="tile-about">{translateIfKnown(`about.${metric}`)}</p>
              <EstimateBasis figure={figure} unit={unit} metric={metric} k={k} />
              {before !== undefined && <Against before={before} unit={unit} />}
            </>
          );
        }}
      </QueryBoundary>
    </li>
  );
}

function Against({ before, unit }: { before: ComparedSeries; unit: Unit }) {
  const { difference, trend, total } = before;
  return (
    <div className="tile-foot">
      <TrendBadge trend={trend} direction={directionOf(difference?.value ?? null)} />
      {difference !== null && !total.suppressed && total.value !== null && (
        <p className="basis">
          {differenceText(difference, unit)}
          {` · ${t("trend.before", { value: formatFigure(total.value, unit, total.n) })}`}
        </p>
      )}
    </div>
  );
}
