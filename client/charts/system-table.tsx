import { Fragment, type ReactNode } from "react";
import type { Restatement, RestatementName } from "#shared/restatements.ts";
import { EstimateValue, intervalText } from "../components/estimate.tsx";
import { systemLabel } from "../components/labels.ts";
import { formatCount, formatPoints } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import type { SystemRow } from "./shape/reconciliation.ts";
import type { Scale } from "./shape/scale.ts";
import { pointValue } from "./shape/time-series.ts";
import { SystemAxis, SystemPlot } from "./system-plot.tsx";

interface Props {
  title: string;
  rows: readonly SystemRow[];
  scale: Scale;
  k: number;
  words: (as: RestatementName | null) => Pick<Restatement, "formula">;
  opened: RestatementName | null;
  onOpen: (as: RestatementName | null) => void;
  explanation: (as: RestatementName) => ReactNode;
}

const COLUMNS = 6;

/** One row a system, each but ours with a button that opens what lies between. */
export function SystemTable(props: Props) {
  const { title, rows, scale, k, words, opened, onOpen, explanation } = props;
  const own = rows.find(({ as }) => as === null);
  const ours = own === undefined ? null : pointValue(own.figure);
  return (
    <table className="forest system-table">
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t("reconcile.system")}</th>
          <td className="forest-plot">
            <SystemAxis scale={scale} />
          </td>
          <th scope="col" className="is-number">
            {t("chart.value")}
          </th>
          <th scope="col" className="is-number forest-wide">
            {t("reconcile.gap")}
          </th>
          <th scope="col" className="is-number">
            {t("chart.n")}
          </th>
          <th scope="col" className="forest-wide">
            {t("reconcile.formula")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { as, figure, difference } = row;
          const isOpen = as !== null && as === opened;
          return (
            <Fragment key={as ?? "candor"}>
              <tr className={as === null ? "is-ours" : undefined}>
                <th scope="row">
                  {as === null ? (
                    systemLabel(as)
                  ) : (
                    <button
                      type="button"
                      className="disclosure"
                      aria-expanded={isOpen}
                      onClick={() => onOpen(isOpen ? null : as)}
                    >
                      {systemLabel(as)}
                    </button>
                  )}
                  <span className="cell-basis forest-tight">{words(as).formula}</span>
                </th>
                <td className="forest-plot">
                  <SystemPlot row={row} scale={scale} ours={ours} />
                </td>
                <td className="is-number is-strong">
                  <EstimateValue figure={figure} unit="share" k={k} />
                  <span className="cell-basis">{intervalText({ figure, unit: "share" })}</span>
                </td>
                <td className="is-number forest-wide">
                  {difference === null ? "–" : formatPoints(difference)}
                </td>
                <td className="is-number muted">
                  {figure.suppressed ? "–" : formatCount(figure.n)}
                </td>
                <td className="forest-wide muted system-formula">{words(as).formula}</td>
              </tr>
              {isOpen && (
                <tr className="system-steps">
                  <td colSpan={COLUMNS}>{explanation(as)}</td>
                </tr>
              )}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}
