import { type ReactNode, useEffect, useId, useRef } from "react";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";

interface Props {
  isOpen: boolean;
  title: string;
  onClose: () => void;
  children: ReactNode;
  variant?: "dialog" | "drawer";
}

/**
 * The browser's own modal: it traps focus, gives it back, closes on Escape and hides the rest from screen readers. Focus
 * begins on what carries `data-first-focus`, else on the first control.
 */
export function Dialog({ isOpen, title, onClose, children, variant = "dialog" }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (isOpen && !dialog.open) {
      dialog.showModal();
      dialog.querySelector<HTMLElement>("[data-first-focus]")?.focus();
    }
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by keyboard; this is the click beside it
    <dialog
      ref={ref}
      className={variant}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      {isOpen && (
        <div className="dialog-body">
          <div className="dialog-head">
            <h2 id={id}>{title}</h2>
            <button
              type="button"
              className="icon-button quiet"
              onClick={onClose}
              aria-label={t("action.close")}
            >
              <Icon name="close" />
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  );
}
