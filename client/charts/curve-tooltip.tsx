import { formatCount, formatShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { Swatch } from "./marker.tsx";
import { MoreGroups } from "./more-groups.tsx";
import type { CurveRow, CurveShape } from "./shape/curve.ts";
import { toldApart } from "./shape/groups.ts";

interface Props {
  shape: CurveShape;
  /** The group that is listed wherever it comes in the order. */
  broughtOut: string | null;
  /** Given by Recharts, which clones its content. */
  active?: boolean;
  payload?: readonly { payload?: CurveRow }[];
}

export function CurveTooltip({ shape, broughtOut, active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || row === undefined) return null;
  const listed = toldApart(shape.series, broughtOut);
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{t("chart.day", { count: row.day }, row.day)}</p>
      <table>
        <tbody>
          {listed.map(({ key, label, style }) => {
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
      <MoreGroups count={shape.series.length - listed.length} />
    </div>
  );
}
