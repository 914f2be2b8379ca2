import type { ReactNode } from "react";

interface Props<Value extends string> {
  legend: string;
  hint?: ReactNode;
  /** All that can be chosen, in order. */
  values: readonly Value[];
  chosen: readonly Value[];
  labelOf: (value: Value) => string;
  isDisabled?: boolean;
  onChange: (chosen: Value[]) => void;
}

/** Some of a few values. */
export function CheckList<Value extends string>(props: Props<Value>) {
  const { legend, hint, values, chosen, labelOf, isDisabled = false, onChange } = props;
  return (
    <fieldset className="field" disabled={isDisabled}>
      <legend>{legend}</legend>
      {hint !== undefined && <p className="basis">{hint}</p>}
      <div className="check-row">
        {values.map((value) => (
          <label key={value} className="check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) =>
                onChange(
                  values.filter((one) => (one === value ? target.checked : chosen.includes(one))),
                )
              }
            />
            {labelOf(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
