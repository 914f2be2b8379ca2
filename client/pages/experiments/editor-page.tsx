import type { ReactNode } from "react";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useExperiments, useResults } from "../../queries/experiments.ts";
import { Editor } from "./editor.tsx";
import { draftOf, draftOfSeen, type ExperimentDraft, newDraft } from "./experiment-draft.ts";

/** A new one, or one that the data name (`?of=`). */
export function NewExperimentPage() {
  const [parameters] = useSearchParams();
  const of = parameters.get("of");
  return (
    <EditorFrame title={t("experiment.new")}>
      {of === null ? <Writing initial={newDraft()} /> : <SeenOne slug={of} />}
    </EditorFrame>
  );
}

function SeenOne({ slug }: { slug: string }) {
  const results = useResults(slug);
  return (
    <QueryBoundary query={results} size="page">
      {(answer) => <Writing initial={draftOfSeen(answer)} isSeen />}
    </QueryBoundary>
  );
}

export function EditExperimentPage() {
  const { id = "" } = useParams();
  const experiments = useExperiments();
  return (
    <QueryBoundary query={experiments} size="page">
      {(answer) => {
        const found = answer.experiments.find((one) => one.id === id || one.slug === id);
        if (found === undefined) {
          return (
            <EditorFrame title={t("experiment.gone")}>
              <EmptyState
                icon="experiments"
                title={t("experiment.gone")}
                text={t("changes.goneText")}
              />
            </EditorFrame>
          );
        }
        return (
          <EditorFrame title={t("experiment.editTitle", { title: found.title })}>
            <Writing id={found.id} status={found.status} initial={draftOf(found)} />
          </EditorFrame>
        );
      }}
    </QueryBoundary>
  );
}

function EditorFrame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="stack">
      <title>{t("app.title", { page: title })}</title>
      <header className="page-head">
        <h1>{title}</h1>
      </header>
      {children}
    </div>
  );
}

interface WritingProps {
  id?: string;
  status?: "draft" | "running" | "stopped" | "archived";
  initial: ExperimentDraft;
  isSeen?: boolean;
}

function Writing({ id, status = "draft", initial, isSeen = false }: WritingProps) {
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <Editor
      id={id ?? null}
      status={status}
      isSeen={isSeen}
      initial={initial}
      onSaved={(saved) => {
        toast(t("experiment.saved"));
        void navigate(`/experiments/${saved.slug}`);
      }}
      onCancel={() => void navigate(id === undefined ? "/experiments" : `/experiments/${id}`)}
    />
  );
}
