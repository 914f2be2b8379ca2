import { useId } from "react";
import { Icon } from "../../components/icon.tsx";
import { valueLabel } from "../../components/labels.ts";
import { t } from "../../i18n/translate.ts";
import { knownGenerations, type RowProblem, type StrataRow } from "./strata-rows.ts";

interface Props {
  row: StrataRow;
  /** From 1. */
  number: number;
  problem: RowProblem | null;
  onChange: (patch: Partial<StrataRow>) => void;
  onRemove: () => void;
}

/** One group and its share; what is wrong stands in a line of its own below. */
export function StrataRowFields({ row, number, problem, onChange, onRemove }: Props) {
  const noteId = useId();
  const field = (name: RowProblem["field"], label: string) => ({
    "aria-label": t("populations.rowField", { field: label, row: number }),
    "aria-invalid": problem?.field === name,
    "aria-describedby": problem?.field === name ? noteId : undefined,
  });
  return (
    <>
      <tr>
        <td>
          <select
            {...field("generation", t("populations.generation"))}
            value={row.generation}
            onChange={({ target }) =>
              onChange({
                generation:
                  knownGenerations.find((name) => name === target.value) ?? row.generation,
              })
            }
          >
            {knownGenerations.map((name) => (
              <option key={name} value={name}>
                {valueLabel("generation", name)}
              </option>
            ))}
          </select>
        </td>
        <td>
          <input
            {...field("region", t("populations.region"))}
            type="text"
            maxLength={6}
            value={row.region}
            onChange={({ target }) => onChange({ region: target.value.trim().toUpperCase() })}
          />
        </td>
        <td>
          <input
            {...field("percent", t("populations.share"))}
            type="text"
            inputMode="decimal"
            value={row.percent}
            onChange={({ target }) => onChange({ percent: target.value })}
          />
        </td>
        <td>
          <button
            type="button"
            className="icon-button quiet"
            aria-label={t("populations.removeRow", { row: number })}
            onClick={onRemove}
          >
            <Icon name="trash" />
          </button>
        </td>
      </tr>
      {problem !== null && (
        <tr>
          <td colSpan={4} className="field-error" id={noteId}>
            {problem.message}
          </td>
        </tr>
      )}
    </>
  );
}
