/**
 * Pending, error, empty and ready, decided in one place. Data come first: what was loaded stays on the page while it is
 * refreshed, and when refreshing fails.
 */
import type { ReactNode } from "react";
import { t } from "../i18n/translate.ts";
import { errorText } from "./error-text.ts";
import { Icon } from "./icon.tsx";

export interface QueryState<Answer> {
  data: Answer | undefined;
  error: Error | null;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
}

interface Props<Answer> {
  query: QueryState<Answer>;
  /** The room that the content will take, so that nothing jumps. */
  size: "tile" | "line" | "chart" | "page";
  isEmpty?: (answer: Answer) => boolean;
  empty?: ReactNode;
  children: (answer: Answer) => ReactNode;
}

export function QueryBoundary<Answer>({ query, size, isEmpty, empty, children }: Props<Answer>) {
  const { data, error } = query;
  if (data === undefined) {
    const isSmall = size === "tile" || size === "line";
    return error === null ? (
      <Skeleton size={size} />
    ) : (
      <LoadError error={error} onRetry={query.refetch} isSmall={isSmall} />
    );
  }
  const hasNothing = isEmpty?.(data) ?? false;
  return (
    <div
      className="boundary"
      data-stale={query.isPlaceholderData || undefined}
      aria-busy={query.isPlaceholderData}
    >
      {error !== null && (
        <p className="inline-note tone-warn" role="status">
          <Icon name="alert" /> {t("error.stale")}
        </p>
      )}
      {hasNothing ? empty : children(data)}
    </div>
  );
}

export function Skeleton({ size }: { size: Props<unknown>["size"] }) {
  return (
    <div className={`skeleton skeleton-${size}`} role="status">
      <span className="sr-only">{t("app.loading")}</span>
    </div>
  );
}

interface LoadErrorProps {
  error: Error;
  onRetry: () => unknown;
  /** Beside larger parts that failed for the same reason and say why. */
  isSmall?: boolean;
}

export function LoadError({ error, onRetry, isSmall = false }: LoadErrorProps) {
  return (
    <div className="load-error" role="alert">
      <Icon name="alert" />
      <div>
        <p className="load-error-title">{t("error.title")}</p>
        {!isSmall && <p>{errorText(error)}</p>}
        <button type="button" className="button" onClick={() => onRetry()}>
          {t("action.retry")}
        </button>
      </div>
    </div>
  );
}
