import { Link } from "react-router";
import type { Kpi } from "#shared/contract/overview.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { DefinitionLink } from "../../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../../components/estimate.tsx";
import { metricLabel } from "../../components/labels.ts";
import { differenceText, directionOf, TrendBadge } from "../../components/trend.tsx";
import { useViewLink } from "../../filters/use-view-link.ts";
import { formatAxisShare } from "../../format/numbers.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";
import { pageOf } from "./page-of.ts";

export function KpiCard({ kpi, k }: { kpi: Kpi; k: number }) {
  const { metric, unit, now, difference, trend, benchmark } = kpi;
  const link = useViewLink();
  const name = metricLabel(metric);
  return (
    <li className="tile kpi">
      <div className="tile-head">
        <Link
          className="kpi-link"
          to={link(pageOf(metric))}
          aria-label={t("overview.details", { metric: name })}
        >
          {name}
        </Link>
        <DefinitionLink metric={metric} />
      </div>
      <p className="tile-value">
        <EstimateValue figure={now} unit={unit} k={k} />
      </p>
      <p className="tile-about">{translateIfKnown(`about.${metric}`)}</p>
      <EstimateBasis figure={now} unit={unit} metric={metric} k={k} />
      <Sparkline points={kpi.spark} />
      <div className="tile-foot">
        <TrendBadge trend={trend} direction={directionOf(difference?.value ?? null)} />
        {difference !== null && <p className="basis">{differenceText(difference, unit)}</p>}
        {benchmark !== null && (
          <details className="benchmark">
            <summary>
              {t("overview.benchmark", { value: formatAxisShare(benchmark.value, 1) })}
            </summary>
            <p className="basis">{t("overview.benchmarkTitle", benchmarkWords(benchmark))}</p>
          </details>
        )}
      </div>
    </li>
  );
}

function benchmarkWords({ question, source, caveat }: NonNullable<Kpi["benchmark"]>) {
  return { question, source, caveat };
}
