import { Link, type To } from "react-router";
import type { Kpi } from "#shared/contract/overview.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { Against } from "../../components/against.tsx";
import { DefinitionLink } from "../../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../../components/estimate.tsx";
import { metricLabel } from "../../components/labels.ts";
import { formatAxisShare } from "../../format/numbers.ts";
import { t, translateIfKnown } from "../../i18n/translate.ts";

interface Props {
  kpi: Kpi;
  k: number;
  /** Where the page is that tells more. */
  to: To;
}

export function KpiCard({ kpi, k, to }: Props) {
  const { metric, unit, now, before, difference, trend, benchmark } = kpi;
  const name = metricLabel(metric);
  return (
    <li className="tile kpi">
      <div className="tile-head">
        <Link className="kpi-link" to={to} aria-label={t("overview.details", { metric: name })}>
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
        <Against now={now} before={before} difference={difference} trend={trend} unit={unit} />
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

function benchmarkWords({ question, source, note }: NonNullable<Kpi["benchmark"]>) {
  return { question, source, note };
}
