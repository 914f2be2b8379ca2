import type { ChangeInput } from "#shared/contract/change.ts";
import { generations, UNKNOWN } from "#shared/vocabulary.ts";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";
import { scopeParts } from "./scope-text.ts";

type Scope = ChangeInput["scope"];

interface Props {
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** Whom the change was for, out of the values that the data know. */
export function ScopeFields({ scope, onChange }: Props) {
  const dimensions = useDimensions().data?.dimensions ?? [];
  const known = (name: string): readonly string[] =>
    name === "generation"
      ? generations
      : (dimensions.find((dimension) => dimension.name === name)?.values ?? []).map(
          ({ value }) => value,
        );
  return (
    <fieldset className="field">
      <legend>{t("changes.field.scope")}</legend>
      <p className="basis">{t("changes.field.scopeHint")}</p>
      {scopeParts.map(({ list, dimension }) => {
        const chosen: readonly string[] = scope[list];
        const values = [...new Set([...known(dimension), ...chosen])].filter(
          (value) => value !== UNKNOWN,
        );
        if (values.length === 0) return null;
        return (
          <fieldset key={list} className="check-row">
            <legend>{dimensionLabel(dimension)}</legend>
            {values.map((value) => (
              <label key={value} className="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(value)}
                  onChange={() => onChange({ ...scope, [list]: toggled(chosen, value) })}
                />
                {valueLabel(dimension, value)}
              </label>
            ))}
          </fieldset>
        );
      })}
    </fieldset>
  );
}

function toggled(list: readonly string[], value: string): string[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value];
}
