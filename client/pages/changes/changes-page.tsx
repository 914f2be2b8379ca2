import { useEffect, useState } from "react";
import { useLocation } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { errorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useChanges, useDeleteChange } from "../../queries/changes.ts";
import { useKnownStatus } from "../../queries/status.ts";
import { ChangeForm } from "./change-form.tsx";
import { type Draft, draftOf, newDraft } from "./change-input.ts";
import { ChangeItem } from "./change-item.tsx";

export function ChangesPage() {
  const changes = useChanges();
  const remove = useDeleteChange();
  const toast = useToast();
  const { hash } = useLocation();
  const [editing, setEditing] = useState<Draft | null>(null);
  const { today } = useKnownStatus();
  const [leaving, setLeaving] = useState<Change | null>(null);
  const isReady = changes.data !== undefined;
  useEffect(() => {
    if (isReady && hash !== "") document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isReady, hash]);

  const add = (
    <button type="button" className="button primary" onClick={() => setEditing(newDraft(today))}>
      <Icon name="plus" /> {t("changes.add")}
    </button>
  );
  const confirmDelete = (change: Change) =>
    remove.mutate(change.id, {
      onSuccess: () => toast(t("changes.deleted")),
      onError: (error) => toast(errorText(error), "bad"),
      onSettled: () => setLeaving(null),
    });
  return (
    <div className="stack">
      <QueryBoundary
        query={changes}
        size="chart"
        isEmpty={(answer) => answer.changes.length === 0}
        empty={
          <div className="panel">
            <EmptyState icon="changes" title={t("changes.empty")} text={t("changes.emptyText")}>
              {add}
            </EmptyState>
          </div>
        }
      >
        {(answer) => (
          <div className="stack">
            <div className="panel-actions">{add}</div>
            <ol className="stack">
              {[...answer.changes]
                .sort((a, b) => b.date.localeCompare(a.date))
                .map((change) => (
                  <ChangeItem
                    key={change.id}
                    change={change}
                    onEdit={() => setEditing(draftOf(change))}
                    onDelete={() => setLeaving(change)}
                  />
                ))}
            </ol>
          </div>
        )}
      </QueryBoundary>
      <Dialog
        isOpen={editing !== null}
        title={editing?.id === null ? t("changes.new") : t("changes.editTitle")}
        onClose={() => setEditing(null)}
      >
        {editing !== null && (
          <ChangeForm
            draft={editing}
            onSaved={() => {
              setEditing(null);
              toast(t("changes.saved"));
            }}
            onCancel={() => setEditing(null)}
          />
        )}
      </Dialog>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={t("changes.deleteTitle")}
        text={t("changes.deleteText", { title: leaving?.title ?? "" })}
        confirm={t("action.delete")}
        isBusy={remove.isPending}
        isDangerous
        onConfirm={() => leaving !== null && confirmDelete(leaving)}
        onClose={() => setLeaving(null)}
      />
    </div>
  );
}
