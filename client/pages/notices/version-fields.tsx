import { useId } from "react";
import type { NoticeInput } from "#shared/contract/notice.ts";
import { UNKNOWN } from "#shared/vocabulary.ts";
import { Field } from "../../components/field.tsx";
import { valueLabel } from "../../components/labels.ts";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";
import type { problemsOf } from "./notice-draft.ts";

interface Props {
  draft: NoticeInput;
  problems: ReturnType<typeof problemsOf>;
  /** Of all notices that are known. */
  names: readonly string[];
  onChange: (patch: Partial<NoticeInput>) => void;
}

/** Which version it is, what it asks for, and what came before it. */
export function VersionFields({ draft, problems, names, onChange }: Props) {
  const list = useId();
  return (
    <div className="form">
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <div className="date-pair">
        <Field
          label={t("notices.field.notice")}
          hint={t("notices.field.noticeHint")}
          error={problems.notice ?? null}
        >
          {(props) => (
            <input
              {...props}
              type="text"
              list={list}
              autoComplete="off"
              maxLength={64}
              value={draft.notice}
              onChange={(event) => onChange({ notice: event.target.value.trim() })}
            />
          )}
        </Field>
        <Field
          label={t("notices.field.previous")}
          hint={t("notices.field.previousHint")}
          error={problems.previous ?? null}
        >
          {(props) => (
            <input
              {...props}
              type="text"
              list={list}
              autoComplete="off"
              maxLength={64}
              value={draft.previous ?? ""}
              onChange={(event) => onChange({ previous: event.target.value.trim() || null })}
            />
          )}
        </Field>
      </div>
      <Field label={t("notices.field.title")} hint={t("notices.field.titleHint")} error={null}>
        {(props) => (
          <input
            {...props}
            type="text"
            maxLength={200}
            value={draft.title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        )}
      </Field>
      <Purposes chosen={draft.purposes} onChange={(purposes) => onChange({ purposes })} />
      <Field
        label={t("notices.field.layoutNotes")}
        hint={t("notices.field.layoutNotesHint")}
        error={null}
      >
        {(props) => (
          <textarea
            {...props}
            rows={2}
            maxLength={2000}
            value={draft.layoutNotes}
            onChange={(event) => onChange({ layoutNotes: event.target.value })}
          />
        )}
      </Field>
      <Field label={t("notices.field.link")} error={problems.link ?? null}>
        {(props) => (
          <input
            {...props}
            type="url"
            maxLength={2000}
            placeholder="https://"
            value={draft.link}
            onChange={(event) => onChange({ link: event.target.value.trim() })}
          />
        )}
      </Field>
    </div>
  );
}

interface PurposesProps {
  chosen: readonly string[];
  onChange: (purposes: string[]) => void;
}

function Purposes({ chosen, onChange }: PurposesProps) {
  const dimensions = useDimensions().data?.dimensions ?? [];
  const known = dimensions.find(({ name }) => name === "purpose")?.values ?? [];
  const values = [...new Set([...known.map(({ value }) => value), ...chosen])].filter(
    (value) => value !== UNKNOWN,
  );
  if (values.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{t("notices.field.purposes")}</legend>
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
            {valueLabel("purpose", value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
