import type { Figure, MetricAnswer } from "#shared/contract/metric.ts";
import { DefinitionLink } from "../../components/definition-link.tsx";
import { EstimateBasis, EstimateValue, isKnown } from "../../components/estimate.tsx";
import { Icon } from "../../components/icon.tsx";
import { metricLabel } from "../../components/labels.ts";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { noticeMetrics, type useNoticeFigures } from "../../queries/notices.ts";

const nothing: Figure = { n: 0, value: null, low: null, high: null };

interface Props {
  notice: string;
  queries: ReturnType<typeof useNoticeFigures>;
}

/** Who said yes to a version, and who understood it. A rate with no understanding beside it stands out. */
export function NoticeFigures({ notice, queries }: Props) {
  const [optIn, , understanding] = queries.map(({ data }) => data);
  const isAlone =
    optIn !== undefined &&
    understanding !== undefined &&
    isKnown(figureOf(optIn, notice)) &&
    !isKnown(figureOf(understanding, notice));
  return (
    <div className="stack notice-figures">
      <dl>
        {noticeMetrics.map((metric, index) => {
          const query = queries[index];
          if (query === undefined) return null;
          return (
            <div key={metric}>
              <dt>
                {metricLabel(metric)} <DefinitionLink metric={metric} />
              </dt>
              <dd>
                <QueryBoundary query={query} size="line">
                  {(answer) => {
                    const { unit, k } = answer;
                    const figure = figureOf(answer, notice);
                    return (
                      <>
                        <span className="notice-value">
                          <EstimateValue figure={figure} unit={unit} k={k} />
                        </span>
                        <EstimateBasis figure={figure} unit={unit} metric={metric} k={k} />
                      </>
                    );
                  }}
                </QueryBoundary>
              </dd>
            </div>
          );
        })}
      </dl>
      {isAlone && (
        <p className="inline-note tone-warn">
          <Icon name="alert" /> {t("notices.alone")}
        </p>
      )}
    </div>
  );
}

function figureOf({ series }: MetricAnswer, notice: string): Figure {
  return series.find(({ group }) => group.notice === notice)?.total ?? nothing;
}
