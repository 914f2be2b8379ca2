import { useState } from "react";
import type { Notice } from "#shared/contract/notice.ts";
import { ConfirmDialog } from "../../components/confirm-dialog.tsx";
import { errorText } from "../../components/error-text.ts";
import { Icon } from "../../components/icon.tsx";
import { useToast } from "../../components/toast.tsx";
import { t } from "../../i18n/translate.ts";
import { useDeleteNotice } from "../../queries/notices.ts";

/** Removes what was written down, after a question; the figures of the notice stay. */
export function DeleteNotice({ record, onDeleted }: { record: Notice; onDeleted?: () => void }) {
  const remove = useDeleteNotice();
  const toast = useToast();
  const [isAsking, setAsking] = useState(false);
  const { id, notice } = record;
  const confirm = () =>
    remove.mutate(id, {
      onSuccess: () => {
        toast(t("notices.deleted"));
        onDeleted?.();
      },
      onError: (error) => toast(errorText(error), "bad"),
      onSettled: () => setAsking(false),
    });
  return (
    <>
      <button
        type="button"
        className="icon-button"
        aria-label={t("notices.deleteLabel", { notice })}
        onClick={() => setAsking(true)}
      >
        <Icon name="trash" />
      </button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t("notices.deleteTitle", { notice })}
        text={t("notices.deleteText")}
        confirm={t("action.delete")}
        isBusy={remove.isPending}
        isDangerous
        onConfirm={confirm}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
