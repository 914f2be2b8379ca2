import { Link, type To } from "react-router";
import type { Kpi } from "#shared/contract/overview.ts";
import { Sparkline } from "../../charts/sparkline.tsx";
import { Against } from "../../components/against.tsx";
import { BenchmarkDetails } from "../../components/benchmark-details.tsx";
import { DefinitionLink } from "../../components/definition-link.tsx";
import { EstimateBasis, EstimateValue } from "../../components/estimate.tsx";
import { metricLabel } from "../../components/labels.ts";
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
        {benchmark !== null && <BenchmarkDetails benchmark={benchmark} />}
      </div>
    </li>
  );
}
