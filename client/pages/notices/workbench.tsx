import { type FormEvent, useState } from "react";
import type { Notice, NoticeInput } from "#shared/contract/notice.ts";
import { emptyWording } from "#shared/wording.ts";
import { errorText } from "../../components/error-text.ts";
import { Panel } from "../../components/panel.tsx";
import { UnknownTerms } from "../../components/unknown-terms.tsx";
import { WordingCard } from "../../components/wording-card.tsx";
import { t } from "../../i18n/translate.ts";
import { useSaveNotice } from "../../queries/notices.ts";
import { ChecklistFields } from "./checklist-fields.tsx";
import { ComparePanel } from "./compare-panel.tsx";
import { inputOf, problemsOf } from "./notice-draft.ts";
import { VersionFields } from "./version-fields.tsx";
import { WordingFields } from "./wording-fields.tsx";

interface Props {
  /** Null where it is to be a new one. */
  id: string | null;
  initial: NoticeInput;
  others: readonly Notice[];
  /** Of all notices that are known. */
  names: readonly string[];
  onSaved: (notice: string) => void;
  onCancel: () => void;
}

/** A wording as it is written: beside it how it will look, how hard it is to read, and what is new in it. */
export function Workbench({ id, initial, others, names, onSaved, onCancel }: Props) {
  const save = useSaveNotice(id);
  const [draft, setDraft] = useState(initial);
  const [locale, setLocale] = useState(Object.keys(initial.wording)[0] ?? "en");
  const [against, setAgainst] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const { notice, previous } = draft;
  const wording = draft.wording[locale] ?? emptyWording;
  const set = (patch: Partial<NoticeInput>) => setDraft((now) => ({ ...now, ...patch }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(problemsOf(draft, others)).length > 0) return;
    save.mutate(inputOf(draft), { onSuccess: (saved) => onSaved(saved.notice) });
  };
  const problems = hasTried ? problemsOf(draft, others) : {};
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="workbench">
        <Panel title={t("notices.version")}>
          <VersionFields draft={draft} problems={problems} names={names} onChange={set} />
        </Panel>
        <Panel title={t("notices.wording")}>
          <WordingFields
            wordings={draft.wording}
            locale={locale}
            onLocale={setLocale}
            onChange={(next) => set({ wording: next })}
          />
        </Panel>
        <div className="workbench-preview">
          <Panel title={t("notices.preview")} description={t("reading.rough")}>
            <WordingCard
              name={notice === "" ? t("notices.thisOne") : notice}
              wording={wording}
              locale={locale}
            >
              <UnknownTerms wording={wording} locale={locale} />
            </WordingCard>
          </Panel>
        </div>
        <Panel title={t("checklist.title")} description={t("checklist.text")}>
          <ChecklistFields {...draft} onChange={set} />
        </Panel>
      </div>
      <ComparePanel
        {...{ notice, wording, locale, others, previous, against }}
        onAgainst={setAgainst}
        onCopy={(copied) => set({ wording: { ...draft.wording, [locale]: copied } })}
      />
      <div className="workbench-save">
        {Object.values(problems).map((problem) => (
          <p key={problem} className="field-error" role="alert">
            {problem}
          </p>
        ))}
        {save.error !== null && (
          <p className="field-error" role="alert">
            {t("notices.failed", { message: errorText(save.error) })}
          </p>
        )}
        <div className="panel-actions">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t("action.save")}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t("action.cancel")}
          </button>
        </div>
      </div>
    </form>
  );
}
