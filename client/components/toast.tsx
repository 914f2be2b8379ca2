import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from "react";
import { t } from "../i18n/translate.ts";
import { Icon } from "./icon.tsx";

interface Toast {
  id: number;
  text: string;
  tone: "good" | "bad";
}

const SHOWN_MS = 7000;
const ToastContext = createContext<(text: string, tone?: Toast["tone"]) => void>(() => {});

/** Says what just happened; read out by screen readers, gone by itself. */
export function useToast() {
  return useContext(ToastContext);
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const counter = useRef(0);
  const remove = useCallback((id: number) => {
    setToasts((current) => current.filter((toast) => toast.id !== id));
  }, []);
  const add = useCallback(
    (text: string, tone: Toast["tone"] = "good") => {
      counter.current += 1;
      const id = counter.current;
      setToasts((current) => [...current, { id, text, tone }]);
      setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  return (
    <ToastContext value={add}>
      {children}
      <section className="toasts" aria-label={t("app.notifications")} aria-live="polite">
        {toasts.map((toast) => (
          <div key={toast.id} className={`toast tone-${toast.tone}`}>
            <Icon name={toast.tone === "good" ? "check" : "alert"} />
            <span>{toast.text}</span>
            <button
              type="button"
              className="icon-button quiet"
              onClick={() => remove(toast.id)}
              aria-label={t("action.dismiss")}
            >
              <Icon name="close" />
            </button>
          </div>
        ))}
      </section>
    </ToastContext>
  );
}
