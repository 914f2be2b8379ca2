/** One headline figure: value, interval, n, and how it stands against the period before. */
import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { DefinitionLink } from "../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../components/estimate.tsx";
import { metricLabel } from "../components/labels.ts";
import { QueryBoundary, type QueryState } from "../components/query-boundary.tsx";
import { directionOf, TrendBadge } from "../components/trend.tsx";
import { formatDifference, formatFigure } from "../format/figures.ts";
import { t, translateIfKnown } from "../i18n/translate.ts";
import { differenceOf, trendOf } from "./shape/difference.ts";

const nothing: Figure = { n: 0, value: null, low: null, high: null };

interface Props {
  metric: string;
  better: "up" | "down";
  query: QueryState<MetricAnswer>;
}

export function totalOf(answer: Pick<MetricAnswer, "series">): Figure {
  return answer.series[0]?.total ?? nothing;
}

export function MetricTile({ metric, better, query }: Props) {
  return (
    <li className="tile">
      <div className="tile-head">
        <span>{metricLabel(metric)}</span>
        <DefinitionLink metric={metric} />
      </div>
      <QueryBoundary query={query} size="tile">
        {(answer) => {
          const figure = totalOf(answer);
          const { unit, k, compare } = answer;
          return (
            <>
              <p className="tile-value">
                <EstimateValue figure={figure} unit={unit} k={k} />
              </p>
              <p className="tile-about">{translateIfKnown(`about.${metric}`)}</p>
              <EstimateBasis figure={figure} unit={unit} metric={metric} k={k} />
              {compare !== undefined && (
                <Against now={figure} before={totalOf(compare)} unit={unit} better={better} />
              )}
            </>
          );
        }}
      </QueryBoundary>
    </li>
  );
}

interface AgainstProps {
  now: Figure;
  before: Figure;
  unit: MetricAnswer["unit"];
  better: "up" | "down";
}

function Against({ now, before, unit, better }: AgainstProps) {
  const comparison = differenceOf(now, before, unit);
  const trend = trendOf(comparison, better);
  return (
    <div className="tile-foot">
      <TrendBadge trend={trend} direction={directionOf(comparison?.value ?? null)} />
      {comparison !== null && !before.suppressed && before.value !== null && (
        <p className="basis">
          {withUnit(formatDifference(comparison.value, unit), unit)}
          {comparison.interval !== null &&
            ` (${t("trend.interval", {
              low: formatDifference(comparison.interval.low, unit),
              high: formatDifference(comparison.interval.high, unit),
            })})`}
          {` · ${t("trend.before", { value: formatFigure(before.value, unit, before.n) })}`}
        </p>
      )}
    </div>
  );
}

function withUnit(text: string, unit: MetricAnswer["unit"]): string {
  return unit === "share" ? t("unit.points", { value: text }) : text;
}
