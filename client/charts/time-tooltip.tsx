import type { MetricAnswer } from "#shared/contract/metric.ts";
import { casesBeside, intervalText, valueText } from "../components/estimate.tsx";
import { formatBucket } from "../format/dates.ts";
import { Swatch } from "./marker.tsx";
import { MoreGroups } from "./more-groups.tsx";
import { toldApart } from "./shape/groups.ts";
import type { TimeRow, TimeShape } from "./shape/time-series.ts";

interface Props {
  answer: Pick<MetricAnswer, "unit" | "grain">;
  shape: TimeShape;
  /** The group that is listed wherever it comes in the order. */
  broughtOut: string | null;
  /** Given by Recharts, which clones its content. */
  active?: boolean;
  payload?: readonly { payload?: TimeRow }[];
}

export function TimeTooltip({ answer, shape, broughtOut, active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || row === undefined) return null;
  const listed = toldApart(shape.series, broughtOut);
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{formatBucket(row.start, answer.grain)}</p>
      <table>
        <tbody>
          {listed.map(({ key, label, style }) => {
            const figure = row.figures[key];
            if (figure === undefined) return null;
            return (
              <tr key={key}>
                <th scope="row">
                  <Swatch style={style} /> {label}
                </th>
                <td className="is-strong">{valueText({ figure, unit: answer.unit })}</td>
                <td>{intervalText({ figure, unit: answer.unit })}</td>
                <td>{casesBeside({ figure, unit: answer.unit })}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <MoreGroups count={shape.series.length - listed.length} />
    </div>
  );
}
