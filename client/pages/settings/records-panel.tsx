import { type ReactNode, useState } from "react";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { Dialog } from "../../components/dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";

interface Item {
  id: string;
}

interface Props<Kept extends Item> {
  words: {
    title: string;
    text: string;
    add: string;
    edit: string;
    saved: string;
    deleted: string;
    deleteTitle: string;
    deleteText: (item: Kept) => string;
  };
  remove: {
    isPending: boolean;
    mutate: (
      id: string,
      told: { onSuccess: () => void; onError: (error: Error) => void; onSettled: () => void },
    ) => void;
  };
  /** The form to correct one, or to add one where it is null. */
  form: (item: Kept | null, onSaved: () => void, onCancel: () => void) => ReactNode;
  children: (onEdit: (item: Kept) => void, onDelete: (item: Kept) => void) => ReactNode;
}

/** Records of one kind: listed, added and corrected in a dialog, deleted after a question. */
export function RecordsPanel<Kept extends Item>(props: Props<Kept>) {
  const { words, remove, form, children } = props;
  const toast = useToast();
  const [editing, setEditing] = useState<Kept | "new" | null>(null);
  const [leaving, setLeaving] = useState<Kept | null>(null);
  const close = () => setEditing(null);
  const confirmDelete = (item: Kept) =>
    remove.mutate(item.id, {
      onSuccess: () => toast(words.deleted),
      onError: (error) => toast(errorText(error), "bad"),
      onSettled: () => setLeaving(null),
    });
  const saved = () => {
    close();
    toast(words.saved);
  };
  return (
    <Panel
      title={words.title}
      description={words.text}
      actions={
        <button type="button" className="button" onClick={() => setEditing("new")}>
          <Icon name="plus" /> {words.add}
        </button>
      }
    >
      {children(setEditing, setLeaving)}
      <Dialog
        isOpen={editing !== null}
        title={editing === "new" ? words.add : words.edit}
        onClose={close}
      >
        {editing !== null && form(editing === "new" ? null : editing, saved, close)}
      </Dialog>
      <ConfirmDialog
        isOpen={leaving !== null}
        title={words.deleteTitle}
        text={leaving === null ? "" : words.deleteText(leaving)}
        confirm={t("action.delete")}
        isBusy={remove.isPending}
        isDangerous
        onConfirm={() => leaving !== null && confirmDelete(leaving)}
        onClose={() => setLeaving(null)}
      />
    </Panel>
  );
}
