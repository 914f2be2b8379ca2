import { t } from "../i18n/translate.ts";
import { Dialog } from "./dialog.tsx";

interface Props {
  isOpen: boolean;
  title: string;
  text: string;
  confirm: string;
  isBusy: boolean;
  isDangerous?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function ConfirmDialog({
  isOpen,
  title,
  text,
  confirm,
  isBusy,
  isDangerous,
  onConfirm,
  onClose,
}: Props) {
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose}>
      <p>{text}</p>
      <div className="dialog-actions">
        <button type="button" className="button" data-first-focus onClick={onClose}>
          {t("action.cancel")}
        </button>
        <button
          type="button"
          className={isDangerous ? "button danger" : "button primary"}
          disabled={isBusy}
          onClick={onConfirm}
        >
          {confirm}
        </button>
      </div>
    </Dialog>
  );
}
