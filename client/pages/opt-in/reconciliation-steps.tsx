import type { Figure } from "#shared/contract/metric.ts";
import type { ReconciledPeer } from "#shared/contract/reconciliation.ts";
import { stepsShown } from "../../charts/shape/reconciliation.ts";
import { valueText } from "../../components/estimate.tsx";
import { systemLabel } from "../../components/labels.ts";
import { formatCount, formatSigned } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  ours: Figure;
  peer: ReconciledPeer;
  k: number;
}

/** The way from our figure to theirs, case by case, like a sum on paper. */
export function ReconciliationSteps({ ours, peer, k }: Props) {
  const { as, figure, restatement } = peer;
  const steps = stepsShown(peer);
  const isHiding = steps.some(({ suppressed }) => suppressed) || figure.suppressed;
  const end = (label: string, one: Figure) => (
    <tr className="sum-line">
      <th scope="row">{label}</th>
      <td className="is-number">{one.suppressed ? "–" : formatCount(one.count ?? 0)}</td>
      <td className="is-number">{one.suppressed ? "–" : formatCount(one.n)}</td>
      <td className="is-number is-strong">{valueText({ figure: one, unit: "share" })}</td>
    </tr>
  );
  return (
    <div className="reconciliation-steps">
      <div className="table-box">
        <table>
          <caption className="sr-only">{t("reconcile.steps", { system: systemLabel(as) })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("reconcile.step")}</th>
              <th scope="col" className="is-number">
                {t("reconcile.yes")}
              </th>
              <th scope="col" className="is-number">
                {t("reconcile.outOf")}
              </th>
              <th scope="col" className="is-number">
                {t("chart.value")}
              </th>
            </tr>
          </thead>
          <tbody>
            {end(systemLabel(null), ours)}
            {steps.map((step) => (
              <tr key={step.code}>
                <th scope="row">{t(`step.${step.code}`)}</th>
                <td className="is-number">{changeText(step.suppressed ? null : step.count)}</td>
                <td className="is-number">{changeText(step.suppressed ? null : step.n)}</td>
                <td />
              </tr>
            ))}
            {end(systemLabel(as), figure)}
          </tbody>
        </table>
      </div>
      <ul className="chart-notes">
        {steps.length === 0 && <li>{t("reconcile.same")}</li>}
        {isHiding && <li>{t("reconcile.hidden", { k: formatCount(k) })}</li>}
        <li>{`${restatement.unit}. ${restatement.silence}`}</li>
        <li>{restatement.caveat}</li>
        <li>{t("reconcile.source", { source: restatement.source })}</li>
      </ul>
    </div>
  );
}

function changeText(change: number | null): string {
  if (change === null) return t("figure.hidden");
  return change === 0 ? "" : formatSigned(change);
}
