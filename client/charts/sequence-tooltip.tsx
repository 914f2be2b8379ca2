import { formatDate } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import { sequenceCells } from "./sequence-text.ts";
import type { SequenceRow } from "./shape/sequence.ts";

interface Props {
  /** Given by Recharts, which clones its content. */
  active?: boolean;
  payload?: readonly { payload?: SequenceRow }[];
}

export function SequenceTooltip({ active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || row === undefined) return null;
  const { difference, limits, p } = sequenceCells(row);
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">{formatDate(row.date)}</p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t("experiment.difference")}</th>
            <td className="is-strong">{difference}</td>
            <td>{limits}</td>
            <td>
              {t("verdict.p")} {p}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
