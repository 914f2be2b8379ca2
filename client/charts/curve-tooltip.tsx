import { formatCount, formatShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { Swatch } from "./marker.tsx";
import type { CurveRow, CurveShape } from "./shape/curve.ts";

interface Props {
  shape: CurveShape;
  /** Given by Recharts, which clones its content. */
  active?: boolean;
  payload?: readonly { payload?: CurveRow }[];
}

export function CurveTooltip({ shape, active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || row === undefined) return null;
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{t("chart.day", { count: row.day }, row.day)}</p>
      <table>
        <tbody>
          {shape.series.map(({ key, label, style }) => {
            const point = row.points[key];
            if (point === undefined || point.value === null) return null;
            return (
              <tr key={key}>
                <th scope="row">
                  <Swatch style={style} /> {label}
                </th>
                <td className="is-strong">{formatShare(point.value, point.atRisk)}</td>
                <td>{t("chart.atRisk", { count: formatCount(point.atRisk) })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
