import { useQueryErrorResetBoundary } from "@tanstack/react-query";
import { useRouteError } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { t } from "../../i18n/translate.ts";

/** One page failed; the shell around it still stands. */
export function PageError() {
  const error = useRouteError();
  const { reset } = useQueryErrorResetBoundary();
  const reload = () => {
    reset();
    location.reload();
  };
  return (
    <div className="panel" role="alert">
      <EmptyState icon="alert" title={t("error.pageTitle")} text={t("error.pageText")}>
        {error instanceof Error && <code className="muted">{error.message}</code>}
        <button type="button" className="button primary" onClick={reload}>
          {t("error.reload")}
        </button>
      </EmptyState>
    </div>
  );
}
