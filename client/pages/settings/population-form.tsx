import { type FormEvent, useState } from "react";
import type { Population } from "#shared/contract/population.ts";
import { errorText } from "../../components/error-text.ts";
import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";
import { useSavePopulation } from "../../queries/populations.ts";
import { StrataPaste } from "./strata-paste.tsx";
import { isWhole, knownGenerations, problemsOf, rowsOf, strataOf } from "./strata-rows.ts";
import { StrataTable } from "./strata-table.tsx";

interface Props {
  population: Population | null;
  onSaved: () => void;
  onCancel: () => void;
}

const SLUG = /^[a-z0-9][a-z0-9_-]{0,63}$/;
const fields = ["name", "title", "source"] as const;
const newRows = knownGenerations.map((generation) => ({ generation, region: "", percent: "" }));

export function PopulationForm({ population, onSaved, onCancel }: Props) {
  const save = useSavePopulation(population?.id ?? null);
  const { name = "", title = "", source = "" } = population ?? {};
  const [input, setInput] = useState({ name, title, source });
  const [rows, setRows] = useState(() =>
    population === null ? newRows : rowsOf(population.strata),
  );
  const [hasTried, setTried] = useState(false);
  const isNamed = SLUG.test(input.name.trim());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const hasProblem = problemsOf(rows).some((problem) => problem !== null);
    if (!isNamed || hasProblem || !isWhole(rows)) return;
    const strata = strataOf(rows);
    save.mutate({ ...input, name: input.name.trim(), strata }, { onSuccess: onSaved });
  };
  const words = {
    name: [t("populations.name"), t("populations.nameHint", { name: input.name || "…" })],
    title: [t("populations.label"), t("populations.labelHint")],
    source: [t("populations.source"), t("populations.sourceHint")],
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      {fields.map((field) => (
        <Field
          key={field}
          label={words[field][0] ?? ""}
          hint={words[field][1] ?? ""}
          error={field === "name" && hasTried && !isNamed ? t("populations.nameRule") : null}
        >
          {(props) => (
            <input
              {...props}
              type="text"
              {...(field === "name" ? { "data-first-focus": true } : {})}
              autoComplete="off"
              maxLength={field === "source" ? 500 : field === "title" ? 200 : 64}
              value={input[field]}
              onChange={(event) => setInput({ ...input, [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
      <StrataTable rows={rows} hasTried={hasTried} onChange={setRows} />
      <StrataPaste onRows={setRows} />
      {save.error !== null && (
        <p className="field-error" role="alert">
          {t("settings.failed", { message: errorText(save.error) })}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onCancel}>
          {t("action.cancel")}
        </button>
        <button type="submit" className="button primary" disabled={save.isPending}>
          {t("action.save")}
        </button>
      </div>
    </form>
  );
}
