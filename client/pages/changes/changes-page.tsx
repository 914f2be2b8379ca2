import { useEffect } from "react";
import { useLocation, useNavigate } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { Segmented } from "../../components/segmented.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";
import { AddButton, ChangeActions } from "./change-actions.tsx";
import { ChangeList } from "./change-list.tsx";
import { Learned } from "./learned.tsx";
import { Proposals } from "./proposals.tsx";

const views = ["list", "learned"] as const;

export function ChangesPage() {
  const changes = useChanges();
  const [view, setView] = useChoice("view", views);
  useOldLinks(changes.data?.changes);
  return (
    <ChangeActions>
      <div className="stack">
        <QueryBoundary
          query={changes}
          size="chart"
          isEmpty={(answer) => answer.changes.length === 0}
          empty={
            <div className="stack">
              <Proposals />
              <div className="panel">
                <EmptyState icon="changes" title={t("changes.empty")} text={t("changes.emptyText")}>
                  <AddButton />
                </EmptyState>
              </div>
            </div>
          }
        >
          {(answer) => (
            <div className="stack">
              <div className="toolbar">
                <Segmented
                  label={t("changes.view")}
                  value={view}
                  options={views.map((value) => ({ value, label: t(`changes.view.${value}`) }))}
                  onChange={setView}
                />
                <AddButton />
              </div>
              {view === "learned" ? (
                <Learned />
              ) : (
                <>
                  <Proposals />
                  <ChangeList changes={answer.changes} />
                </>
              )}
            </div>
          )}
        </QueryBoundary>
      </div>
    </ChangeActions>
  );
}

/** Links used to name the change after a #. */
function useOldLinks(changes: readonly Change[] | undefined): void {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const id = hash.slice(1);
  const isKnown = changes?.some((change) => change.id === id) ?? false;
  useEffect(() => {
    if (isKnown) void navigate(`/changes/${id}`, { replace: true });
  }, [isKnown, id, navigate]);
}
