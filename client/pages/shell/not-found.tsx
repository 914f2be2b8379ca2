import { Link } from "react-router";
import { EmptyState } from "../../components/empty-state.tsx";
import { t } from "../../i18n/translate.ts";

export function NotFound() {
  return (
    <div className="panel">
      <EmptyState icon="question" title={t("notFound.title")} text={t("notFound.question")}>
        <Link className="button primary" to="/">
          {t("notFound.home")}
        </Link>
      </EmptyState>
    </div>
  );
}
