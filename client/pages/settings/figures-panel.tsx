import { type FormEvent, useState } from "react";
import type { Settings } from "#shared/contract/settings.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { Field } from "../../components/field.tsx";
import { Panel } from "../../components/panel.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useSaveSettings } from "../../queries/settings.ts";
import {
  draftOf,
  dropsMore,
  problemsOf,
  type SettingsDraft,
  settingsOf,
} from "./settings-draft.ts";

/** What holds for all figures. Another time zone writes them all anew, and what retention drops is gone: both are asked for twice. */
export function FiguresPanel({ settings }: { settings: Settings }) {
  const save = useSaveSettings();
  const toast = useToast();
  const [draft, setDraft] = useState(() => draftOf(settings));
  const [hasTried, setTried] = useState(false);
  const [asking, setAsking] = useState<"zone" | "retention" | null>(null);
  const problems = problemsOf(draft);
  const wanted = settingsOf(draft);
  const put = () =>
    save.mutate(wanted, {
      onSuccess: () => toast(t("settings.saved")),
      onSettled: () => setAsking(null),
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(problems).some((problem) => problem !== null)) return;
    if (wanted.reportingZone !== settings.reportingZone) setAsking("zone");
    else if (dropsMore(settings, wanted)) setAsking("retention");
    else put();
  };
  const field = (name: keyof SettingsDraft, label: string, hint?: string) => (
    <Field
      label={label}
      error={hasTried ? problems[name] : null}
      {...(hint === undefined ? {} : { hint })}
    >
      {(props) => (
        <input
          {...props}
          type="text"
          inputMode={name === "reportingZone" ? "text" : "decimal"}
          autoComplete="off"
          value={draft[name]}
          onChange={(event) => setDraft({ ...draft, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Panel title={t("settings.figures")} description={t("settings.figuresText")}>
      <form className="form" onSubmit={submit} noValidate>
        <div className="field-grid">
          {field("k", t("settings.k"), t("settings.kHint"))}
          {field("reportingZone", t("settings.zone"), t("settings.zoneHint"))}
          {field("smallestEffect", t("settings.effect"), t("settings.effectHint"))}
          {field("smallestEffectEarlyWithdrawal", t("settings.effectEarly"))}
          {field("followUpWeeks", t("settings.weeks"))}
          {field("retentionMonths", t("settings.retention"), t("settings.retentionHint"))}
        </div>
        {save.error !== null && (
          <p className="field-error" role="alert">
            {t("settings.failed", { message: errorText(save.error) })}
          </p>
        )}
        <div className="panel-actions">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t("action.save")}
          </button>
        </div>
      </form>
      <ConfirmDialog
        isOpen={asking === "zone"}
        title={t("settings.zoneTitle")}
        text={t("settings.zoneText", { zone: wanted.reportingZone })}
        confirm={t("settings.zoneConfirm", { zone: wanted.reportingZone })}
        isBusy={save.isPending}
        onConfirm={() => (dropsMore(settings, wanted) ? setAsking("retention") : put())}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        isOpen={asking === "retention"}
        title={t("settings.retentionTitle", { months: wanted.retentionMonths ?? 0 })}
        text={t("settings.retentionText")}
        confirm={t("settings.retentionConfirm")}
        isBusy={save.isPending}
        isDangerous
        onConfirm={put}
        onClose={() => setAsking(null)}
      />
    </Panel>
  );
}
