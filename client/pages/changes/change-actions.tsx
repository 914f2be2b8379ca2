/** The dialogs that write changes down, correct and remove them: asked for from anywhere on the page. */
import { createContext, type ReactNode, useContext, useState } from "react";
import type { Change } from "#shared/contract/change.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useDeleteChange } from "../../queries/changes.ts";
import { useKnownStatus } from "../../queries/status.ts";
import { ChangeForm } from "./change-form.tsx";
import { type Draft, draftOf, newDraft } from "./change-input.ts";

interface Actions {
  edit: (draft: Draft) => void;
  remove: (change: Change) => void;
}

const ActionsContext = createContext<Actions>({ edit: () => {}, remove: () => {} });

export function useChangeActions(): Actions {
  return useContext(ActionsContext);
}

interface Props {
  children: ReactNode;
  onDeleted?: () => void;
}

export function ChangeActions({ children, onDeleted }: Props) {
  const remove = useDeleteChange();
  const toast = useToast();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [leaving, setLeaving] = useState<Change | null>(null);
  const confirm = (change: Change) =>
    remove.mutate(change.id, {
      onSuccess: () => {
        toast(t("changes.deleted"));
        onDeleted?.();
      },
      onError: (error) => toast(errorText(error), "bad"),
      onSettled: () => setLeaving(null),
    });
  return (
    <ActionsContext value={{ edit: setDraft, remove: setLeaving }}>
      {children}
      <Dialog
        isOpen={draft !== null}
        title={draft?.id === null ? t("changes.new") : t("changes.editTitle")}
        onClose={() => setDraft(null)}
      >
        {draft !== null && (
          <ChangeForm
            draft={draft}
            onSaved={() => {
              setDraft(null);
              toast(t("changes.saved"));
            }}
            onCancel={() => setDraft(null)}
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
        onConfirm={() => leaving !== null && confirm(leaving)}
        onClose={() => setLeaving(null)}
      />
    </ActionsContext>
  );
}

export function AddButton() {
  const { edit } = useChangeActions();
  const { today } = useKnownStatus();
  return (
    <button type="button" className="button primary" onClick={() => edit(newDraft(today))}>
      <Icon name="plus" /> {t("changes.add")}
    </button>
  );
}

export function EditButtons({ change }: { change: Change }) {
  const { edit, remove } = useChangeActions();
  const { title } = change;
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={t("changes.editLabel", { title })}
        onClick={() => edit(draftOf(change))}
      >
        <Icon name="edit" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={t("changes.deleteLabel", { title })}
        onClick={() => remove(change)}
      >
        <Icon name="trash" />
      </button>
    </>
  );
}
