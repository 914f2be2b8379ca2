/** What may become of an experiment: it starts, stops and is put away, each after a question, and never goes back. */
import { useState } from "react";
import { Link, useNavigate } from "react-router";
import type { Experiment } from "#shared/contract/experiment.ts";
import { type ExperimentStatus, nextStatuses } from "#shared/experiments.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useDeleteExperiment, useSaveExperiment } from "../../queries/experiments.ts";

type Step = Exclude<ExperimentStatus, "draft"> | "deleted";

export function Lifecycle({ experiment }: { experiment: Experiment }) {
  const { id, slug, title, status } = experiment;
  const [step, setStep] = useState<Step | null>(null);
  const save = useSaveExperiment(id);
  const remove = useDeleteExperiment();
  const toast = useToast();
  const navigate = useNavigate();
  const isDraft = status === "draft";
  const told = (wanted: Step) => ({
    onSuccess: () => {
      toast(t(`experiment.done.${wanted}`));
      if (wanted === "deleted") void navigate("/experiments", { replace: true });
    },
    onError: (error: Error) => toast(errorText(error), "bad"),
    onSettled: () => setStep(null),
  });
  const confirm = (wanted: Step) =>
    wanted === "deleted"
      ? remove.mutate(id, told(wanted))
      : save.mutate({ status: wanted }, told(wanted));
  const steps = nextStatuses[status].filter((next) => next !== "draft");
  return (
    <>
      {steps.map((next) => (
        <button
          key={next}
          type="button"
          className={next === "archived" ? "button" : "button primary"}
          onClick={() => setStep(next)}
        >
          {t(`experiment.step.${next}`)}
        </button>
      ))}
      <Link className="button" to={`/experiments/${slug}/edit`}>
        <Icon name="edit" /> {t("action.edit")}
      </Link>
      {isDraft && (
        <button
          type="button"
          className="icon-button"
          aria-label={t("experiment.deleteLabel", { title })}
          onClick={() => setStep("deleted")}
        >
          <Icon name="trash" />
        </button>
      )}
      <ConfirmDialog
        isOpen={step !== null}
        title={step === null ? "" : t(`experiment.ask.${step}`)}
        text={step === null ? "" : t(`experiment.askText.${step}`)}
        confirm={step === null ? "" : t(`experiment.step.${step}`)}
        isBusy={save.isPending || remove.isPending}
        isDangerous={step === "deleted"}
        onConfirm={() => step !== null && confirm(step)}
        onClose={() => setStep(null)}
      />
    </>
  );
}
