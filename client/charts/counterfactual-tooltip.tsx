import { formatBucket } from "../format/dates.ts";
import { formatCount } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { bandText, expectedText, seenText } from "./counterfactual-text.ts";
import type { CounterfactualRow } from "./shape/counterfactual.ts";

interface Props {
  /** Given by Recharts, which clones its content. */
  active?: boolean;
  payload?: readonly { payload?: CounterfactualRow }[];
}

export function CounterfactualTooltip({ active, payload }: Props) {
  const row = payload?.[0]?.payload;
  if (!active || row === undefined) return null;
  return (
    <div className="chart-tooltip">
      <p className="chart-tooltip-title">
        {formatBucket(row.start, "week")} · {t(`verdict.phase.${row.phase}`)}
      </p>
      <table>
        <tbody>
          <tr>
            <th scope="row">{t("verdict.seen")}</th>
            <td className="is-strong">{seenText(row)}</td>
            <td>{row.n !== null && t("n.cases", { count: formatCount(row.n) })}</td>
          </tr>
          {row.expected !== null && (
            <tr>
              <th scope="row">{t("verdict.expected")}</th>
              <td className="is-strong">{expectedText(row)}</td>
              <td>{bandText(row)}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
