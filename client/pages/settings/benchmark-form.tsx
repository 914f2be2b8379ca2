import { type FormEvent, useState } from "react";
import type { Benchmark } from "#shared/contract/benchmark.ts";
import { metricNames } from "#shared/metric-list.ts";
import { generations, UNKNOWN } from "#shared/vocabulary.ts";
import { errorText } from "../../components/error-text.ts";
import { Field } from "../../components/field.tsx";
import { metricLabel, valueLabel } from "../../components/labels.ts";
import { t } from "../../i18n/translate.ts";
import { useSaveBenchmark } from "../../queries/benchmarks.ts";
import { type BenchmarkDraft, draftOf, inputOf, isShare, problemsOf } from "./benchmark-draft.ts";

interface Props {
  benchmark: Benchmark | null;
  onSaved: () => void;
  onCancel: () => void;
}

type TextName = Exclude<keyof BenchmarkDraft, "metric" | "generations">;

const lengths: Partial<Record<TextName, number>> = { question: 500, population: 500, source: 500 };

export function BenchmarkForm({ benchmark, onSaved, onCancel }: Props) {
  const save = useSaveBenchmark(benchmark?.id ?? null);
  const [draft, setDraft] = useState(() => draftOf(benchmark));
  const [hasTried, setTried] = useState(false);
  const problems = hasTried ? problemsOf(draft) : {};
  const set = (patch: Partial<BenchmarkDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(draft)).length > 0) return;
    save.mutate(inputOf(draft), { onSuccess: onSaved });
  };
  const text = (name: TextName, label: string, hint?: string) => (
    <Field label={label} error={problems[name] ?? null} {...(hint === undefined ? {} : { hint })}>
      {(props) => (
        <input
          {...props}
          type="text"
          inputMode={name === "value" || name === "n" ? "decimal" : "text"}
          autoComplete="off"
          maxLength={lengths[name] ?? 1000}
          value={draft[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div className="date-pair">
        <Field label={t("benchmarks.metric")} error={null}>
          {(props) => (
            <select
              {...props}
              data-first-focus
              value={draft.metric}
              onChange={({ target }) =>
                set({ metric: metricNames.find((name) => name === target.value) ?? draft.metric })
              }
            >
              {metricNames.map((name) => (
                <option key={name} value={name}>
                  {metricLabel(name)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {text("value", isShare(draft) ? t("benchmarks.valueShare") : t("benchmarks.value"))}
      </div>
      {text("question", t("benchmarks.asked"), t("benchmarks.askedHint"))}
      {text("population", t("benchmarks.population"), t("benchmarks.populationHint"))}
      <div className="date-pair">
        {text("n", t("benchmarks.n"), t("benchmarks.nHint"))}
        {text("date", t("benchmarks.date"), t("benchmarks.dateHint"))}
      </div>
      {text("source", t("benchmarks.source"))}
      {text("note", t("benchmarks.note"))}
      <fieldset className="field">
        <legend>{t("benchmarks.groups")}</legend>
        <p className="basis">{t("benchmarks.everybody")}</p>
        <div className="check-row">
          {generations
            .filter((name) => name !== UNKNOWN)
            .map((name) => (
              <label key={name} className="check">
                <input
                  type="checkbox"
                  checked={draft.generations.includes(name)}
                  onChange={({ target }) =>
                    set({
                      generations: generations.filter((one) =>
                        one === name ? target.checked : draft.generations.includes(one),
                      ),
                    })
                  }
                />
                {valueLabel("generation", name)}
              </label>
            ))}
        </div>
      </fieldset>
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
