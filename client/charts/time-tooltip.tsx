import type { MetricAnswer } from "#shared/contract/metric.ts";
import { casesBeside, intervalText, valueText } from "../components/estimate.tsx";
import { formatBucket } from "../format/dates.ts";
import { Swatch } from "./marker.tsx";
import type { TimeRow, TimeShape } from "./shape/time-series.ts";

interface Props {
  answer: Pick<MetricAnswer, "unit" | "grain">;
  shape: TimeShape;
  /** Given by Recharts, which clones its content. */
  active?: boolean;
  payload?: readonly { payload?: TimeRow }[];
}

export function TimeTooltip({ answer, shape, active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || row === undefined) return null;
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{formatBucket(row.start, answer.grain)}</p>
      <table>
        <tbody>
          {shape.series.map(({ key, label, style }) => {
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
    </div>
  );
}
