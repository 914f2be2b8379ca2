/** What was shipped goes on as a change, so that its effect is followed when everybody sees it. */
import { type FormEvent, useState } from "react";
import { Link } from "react-router";
import type { ChangeInput } from "#shared/contract/change.ts";
import type { Experiment } from "#shared/contract/experiment.ts";
import { Dialog } from "../../components/dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { Field } from "../../components/field.tsx";
import { Icon } from "../../components/icon.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useChanges, useSaveChange } from "../../queries/changes.ts";
import { useKnownStatus } from "../../queries/status.ts";

interface Props {
  experiment: Experiment;
  /** What was shipped. */
  variant: string;
}

/** The change that came of it, once there is one. */
export function MakeChange({ experiment, variant }: Props) {
  const changes = useChanges().data?.changes;
  const [isOpen, setOpen] = useState(false);
  const toast = useToast();
  const made = changes?.find((change) => change.experiment === experiment.slug);
  if (changes === undefined) return null;
  if (made !== undefined) {
    return (
      <Link className="button" to={`/changes/${made.id}`}>
        <Icon name="changes" /> {t("experiment.change.made")}
      </Link>
    );
  }
  return (
    <>
      <button type="button" className="button primary" onClick={() => setOpen(true)}>
        <Icon name="changes" /> {t("experiment.change.make")}
      </button>
      <Dialog isOpen={isOpen} title={t("experiment.change.make")} onClose={() => setOpen(false)}>
        <ChangeOf
          experiment={experiment}
          variant={variant}
          onSaved={() => {
            setOpen(false);
            toast(t("changes.saved"));
          }}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </>
  );
}

interface FormProps extends Props {
  onSaved: () => void;
  onCancel: () => void;
}

function ChangeOf({ experiment, variant, onSaved, onCancel }: FormProps) {
  const { today } = useKnownStatus();
  const save = useSaveChange(null);
  const [title, setTitle] = useState(
    t("experiment.change.title", { variant, title: experiment.title }).slice(0, 200),
  );
  const [date, setDate] = useState(today);
  const [hasTried, setTried] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === "" || date === "") return;
    save.mutate(changeOf(experiment, title.trim(), date), { onSuccess: onSaved });
  };
  return (
    <form className="form" onSubmit={submit} noValidate>
      <p>{t("experiment.change.text")}</p>
      <Field
        label={t("changes.field.title")}
        error={hasTried && title.trim() === "" ? t("changes.required") : null}
      >
        {(props) => (
          <input
            {...props}
            type="text"
            data-first-focus
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t("changes.field.date")}
        hint={t("experiment.change.dateHint")}
        error={hasTried && date === "" ? t("changes.requiredDate") : null}
      >
        {(props) => (
          <input
            {...props}
            type="date"
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
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

function changeOf(experiment: Experiment, title: string, date: string): ChangeInput {
  const { slug, hypothesis, owner, purposes, channels } = experiment;
  return {
    title,
    date,
    kind: "wording",
    scope: { purposes, channels, regions: [], generations: [] },
    hypothesis,
    owner,
    link: "",
    notice: null,
    experiment: slug,
  };
}
