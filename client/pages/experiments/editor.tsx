import { type FormEvent, useState } from "react";
import type { Experiment } from "#shared/contract/experiment.ts";
import type { ExperimentStatus } from "#shared/experiments.ts";
import { errorText } from "../../components/error-text.ts";
import { Panel } from "../../components/panel.tsx";
import { t } from "../../i18n/translate.ts";
import { useSaveExperiment } from "../../queries/experiments.ts";
import { AboutFields } from "./about-fields.tsx";
import { problemsOf, refusedFields } from "./draft-problems.ts";
import { type ExperimentDraft, patchOf } from "./experiment-draft.ts";
import { PlanPanel } from "./plan-panel.tsx";
import { QuestionFields } from "./question-fields.tsx";
import { VariantsFields } from "./variants-fields.tsx";

interface Props {
  /** Null where it is to be a new one. */
  id: string | null;
  status: ExperimentStatus;
  /** The data name it already: it is no plan any more. */
  isSeen: boolean;
  initial: ExperimentDraft;
  onSaved: (saved: Experiment) => void;
  onCancel: () => void;
}

/** The record of a test as it is written; beside it what the test would need. */
export function Editor({ id, status, isSeen, initial, onSaved, onCancel }: Props) {
  const save = useSaveExperiment(id);
  const [draft, setDraft] = useState(initial);
  const [hasTried, setTried] = useState(false);
  const isFixed = status !== "draft";
  const isPlan = !isFixed && !isSeen;
  const own = problemsOf(draft);
  const problems = hasTried ? { ...refusedFields(save.error), ...own } : {};
  const set = (patch: Partial<ExperimentDraft>) => setDraft((now) => ({ ...now, ...patch }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.keys(own).length > 0) return;
    const patch = patchOf(draft, status);
    save.mutate(isSeen ? { ...patch, status: "running" } : patch, { onSuccess: onSaved });
  };
  const fields = { draft, problems, isFixed, onChange: set };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {isFixed && <p className="inline-note">{t("experiment.fixed")}</p>}
      {isSeen && <p className="inline-note">{t("experiment.seenText")}</p>}
      <div className={isPlan ? "workbench" : "stack"}>
        <div className="stack">
          <Panel title={t("experiment.about")}>
            <AboutFields {...fields} />
          </Panel>
          <Panel title={t("experiment.question.title")}>
            <QuestionFields {...fields} />
          </Panel>
        </div>
        {isPlan && (
          <div className="workbench-preview">
            <PlanPanel
              draft={draft}
              onPlanned={(subjects) => set({ plannedSubjects: `${subjects}` })}
            />
          </div>
        )}
      </div>
      {!isFixed && (
        <Panel title={t("experiment.variants")} description={t("experiment.variantsText")}>
          <VariantsFields {...fields} />
        </Panel>
      )}
      <div className="workbench-save">
        {hasTried && Object.keys(own).length > 0 && (
          <p className="field-error" role="alert">
            {t("experiment.problems", { count: Object.keys(own).length }, Object.keys(own).length)}
          </p>
        )}
        {save.error !== null && (
          <p className="field-error" role="alert">
            {t("changes.failed", { message: errorText(save.error) })}
          </p>
        )}
        <div className="panel-actions">
          <button type="submit" className="button primary" disabled={save.isPending}>
            {t(
              isSeen ? "experiment.saveRunning" : isFixed ? "action.save" : "experiment.saveDraft",
            )}
          </button>
          <button type="button" className="button" onClick={onCancel}>
            {t("action.cancel")}
          </button>
        </div>
      </div>
    </form>
  );
}
