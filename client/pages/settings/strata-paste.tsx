import { useState } from "react";
import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";
import { parseRows, type StrataRow } from "./strata-rows.ts";

/** A table from a spreadsheet in one go; nothing is taken over while a line is not understood. */
export function StrataPaste({ onRows }: { onRows: (rows: StrataRow[]) => void }) {
  const [text, setText] = useState("");
  const [error, setError] = useState<string | null>(null);
  const use = () => {
    const { rows, bad } = parseRows(text);
    const first = bad[0];
    if (first !== undefined) return setError(t("populations.pasteLine", first));
    if (rows.length === 0) return setError(t("populations.noRows"));
    setError(null);
    setText("");
    onRows(rows);
  };
  return (
    <details>
      <summary>{t("populations.paste")}</summary>
      <Field label={t("populations.paste")} hint={t("populations.pasteHint")} error={error}>
        {(props) => (
          <textarea
            {...props}
            rows={5}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <button type="button" className="button" disabled={text.trim() === ""} onClick={use}>
        {t("populations.pasteUse")}
      </button>
    </details>
  );
}
