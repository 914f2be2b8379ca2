import { Icon } from "../../components/icon.tsx";
import { formatExact } from "../../format/figures.ts";
import { shareOf } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";
import { StrataRowFields } from "./strata-row.tsx";
import { isWhole, knownGenerations, problemsOf, type StrataRow, totalOf } from "./strata-rows.ts";

interface Props {
  rows: readonly StrataRow[];
  hasTried: boolean;
  onChange: (rows: StrataRow[]) => void;
}

/** A row a group, with a running total that has to reach 100 %. */
export function StrataTable({ rows, hasTried, onChange }: Props) {
  const problems = problemsOf(rows);
  const set = (at: number, patch: Partial<StrataRow>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...patch } : row)));
  const add = () => {
    const isFree = (name: string) => rows.every(({ generation }) => generation !== name);
    const generation = knownGenerations.find(isFree) ?? "gen_z";
    onChange([...rows, { generation, region: "", percent: "" }]);
  };
  const total = formatExact(shareOf(totalOf(rows)), "share");
  return (
    <fieldset className="field">
      <legend>{t("populations.shares")}</legend>
      <p className="basis">{t("populations.sharesHint")}</p>
      <table className="strata">
        <thead>
          <tr>
            <th scope="col">{t("populations.generation")}</th>
            <th scope="col">{t("populations.region")}</th>
            <th scope="col">{t("populations.share")}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <StrataRowFields
              key={index}
              row={row}
              number={index + 1}
              problem={hasTried ? (problems[index] ?? null) : null}
              onChange={(patch) => set(index, patch)}
              onRemove={() => onChange(rows.filter((_, other) => other !== index))}
            />
          ))}
        </tbody>
      </table>
      <div className="strata-foot">
        <button type="button" className="button" onClick={add}>
          <Icon name="plus" /> {t("populations.addRow")}
        </button>
        <output className={hasTried && !isWhole(rows) ? "field-error" : "strata-total"}>
          {isWhole(rows)
            ? t("populations.total", { total })
            : t("populations.totalRule", { total })}
        </output>
      </div>
    </fieldset>
  );
}
