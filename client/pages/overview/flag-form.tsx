import { type FormEvent, useId, useState } from "react";
import type { Flag } from "#shared/contract/flag.ts";
import { errorText } from "../../components/error-text.ts";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useReply } from "../../queries/findings.ts";

interface Props {
  flag: Flag;
  title: string;
  onClose: () => void;
}

/** An answer in words: a flag is not clicked away. */
export function FlagForm({ flag, title, onClose }: Props) {
  const reply = useReply();
  const toast = useToast();
  const id = useId();
  const [note, setNote] = useState("");
  const [hasTried, setTried] = useState(false);
  const isMissing = hasTried && note.trim() === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (note.trim() === "") return;
    reply.mutate(
      { to: flag.code, about: flag.about, note: note.trim() },
      {
        onSuccess: () => {
          onClose();
          toast(t("flags.saved"));
        },
      },
    );
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p className="is-strong">{title}</p>
      <p className="muted">{t("flags.answerText")}</p>
      <div className="field">
        <label htmlFor={id}>{t("flags.note")}</label>
        <textarea
          id={id}
          data-first-focus
          rows={3}
          maxLength={2000}
          value={note}
          aria-invalid={isMissing}
          aria-describedby={`${id}-note`}
          onChange={(event) => setNote(event.target.value)}
        />
        <p id={`${id}-note`} className={isMissing ? "field-error" : "basis"}>
          {t(isMissing ? "flags.noteRequired" : "flags.answerHint")}
        </p>
      </div>
      {reply.error !== null && (
        <p className="field-error" role="alert">
          {t("changes.failed", { message: errorText(reply.error) })}
        </p>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          {t("action.cancel")}
        </button>
        <button type="submit" className="button primary" disabled={reply.isPending}>
          {t("action.save")}
        </button>
      </div>
    </form>
  );
}
