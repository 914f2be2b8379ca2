import { memo } from "react";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import type { Unit } from "#shared/contract/metric.ts";
import { EstimateValue, effectiveText, intervalText, valueText } from "../components/estimate.tsx";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { ForestAxis } from "./forest-axis.tsx";
import type { ForestShape } from "./shape/forest.ts";
import { Whisker } from "./whisker.tsx";

interface Props {
  title: string;
  groupHeader: string;
  shape: ForestShape;
  unit: Unit;
  k: number;
  hasBefore: boolean;
  benchmarks?: readonly Benchmark[];
  isNarrow: boolean;
}

/**
 * Dots with whiskers, drawn into a table: the same for eyes, keyboards and screen readers. As many rows as there are regions keep
 * still while other answers come.
 */
export const Forest = memo(function Forest(props: Props) {
  const { title, groupHeader, shape, unit, k, hasBefore, benchmarks = [], isNarrow } = props;
  const { rows, scale } = shape;
  return (
    <table className={isNarrow ? "forest is-narrow" : "forest"}>
      <caption className="sr-only">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{groupHeader}</th>
          <td className="forest-plot">
            <ForestAxis scale={scale} unit={unit} benchmarks={benchmarks} />
          </td>
          <th scope="col" className="is-number">
            {t("chart.value")}
          </th>
          <th scope="col" className="is-number forest-wide">
            {t("chart.interval")}
          </th>
          <th scope="col" className="is-number">
            {t("chart.n")}
          </th>
          {hasBefore && (
            <th scope="col" className="is-number forest-wide">
              {t("chart.before")}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.label}</th>
            <td className="forest-plot">
              <Whisker row={row} scale={scale} benchmarks={benchmarks} />
            </td>
            <td className="is-number is-strong">
              <EstimateValue figure={row.figure} unit={unit} k={k} />
              <span className="cell-basis forest-tight">
                {intervalText({ figure: row.figure, unit })}
              </span>
            </td>
            <td className="is-number forest-wide muted">
              {intervalText({ figure: row.figure, unit }) ?? "–"}
            </td>
            <td className="is-number muted">
              {row.figure.suppressed ? "–" : formatCount(row.figure.n)}
              <span className="cell-basis is-wrapped">{effectiveText(row.figure)}</span>
            </td>
            {hasBefore && (
              <td className="is-number forest-wide muted">
                {row.before === null ? "–" : valueText({ figure: row.before, unit })}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
});
