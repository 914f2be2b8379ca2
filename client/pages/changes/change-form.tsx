import { type FormEvent, useState } from "react";
import type { ChangeInput } from "#shared/contract/change.ts";
import { changeKinds } from "#shared/vocabulary.ts";
import { errorText } from "../../components/error-text.ts";
import { Field } from "../../components/field.tsx";
import { t } from "../../i18n/translate.ts";
import { useSaveChange } from "../../queries/changes.ts";
import { BelongingFields } from "./belonging-fields.tsx";
import type { Draft } from "./change-input.ts";
import { ScopeFields } from "./scope-fields.tsx";

interface Props {
  draft: Draft;
  onSaved: () => void;
  onCancel: () => void;
}

export function ChangeForm({ draft, onSaved, onCancel }: Props) {
  const save = useSaveChange(draft.id);
  const [input, setInput] = useState<ChangeInput>(draft.input);
  const [hasTried, setTried] = useState(false);
  const set = (patch: Partial<ChangeInput>) => setInput((current) => ({ ...current, ...patch }));
  const titleError = hasTried && input.title.trim() === "" ? t("changes.required") : null;
  const dateError = hasTried && input.date === "" ? t("changes.requiredDate") : null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (input.title.trim() === "" || input.date === "") return;
    save.mutate({ ...input, title: input.title.trim() }, { onSuccess: onSaved });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label={t("changes.field.title")}
        hint={t("changes.field.titleHint")}
        error={titleError}
      >
        {(props) => (
          <input
            {...props}
            type="text"
            data-first-focus
            maxLength={200}
            value={input.title}
            onChange={(event) => set({ title: event.target.value })}
          />
        )}
      </Field>
      <div className="date-pair">
        <Field label={t("changes.field.date")} error={dateError}>
          {(props) => (
            <input
              {...props}
              type="date"
              value={input.date}
              onChange={(event) => set({ date: event.target.value })}
            />
          )}
        </Field>
        <Field label={t("changes.field.kind")} error={null}>
          {(props) => (
            <select
              {...props}
              value={input.kind}
              onChange={(event) =>
                set({ kind: changeKinds.find((kind) => kind === event.target.value) ?? "other" })
              }
            >
              {changeKinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`changes.kind.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field
        label={t("changes.field.hypothesis")}
        hint={t("changes.field.hypothesisHint")}
        error={null}
      >
        {(props) => (
          <textarea
            {...props}
            rows={3}
            maxLength={2000}
            value={input.hypothesis}
            onChange={(event) => set({ hypothesis: event.target.value })}
          />
        )}
      </Field>
      <ScopeFields scope={input.scope} onChange={(scope) => set({ scope })} />
      <BelongingFields input={input} onChange={set} />
      {save.error !== null && (
        <p className="field-error" role="alert">
          {t("changes.failed", { message: errorText(save.error) })}
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
