import { DataTable } from "../../components/data-table.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatInstant } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { useTrail } from "../../queries/experiments.ts";
import { actionText, changesOf } from "./trail-text.ts";

/** Every step from the first plan on, the first one first: what was fixed before the first look, and what came after. */
export function TrailPanel({ id }: { id: string }) {
  const trail = useTrail(id);
  const title = t("experiment.trail");
  // Records that are older than the trail have none.
  if (trail.data?.steps.length === 0) return null;
  return (
    <Panel title={title}>
      <QueryBoundary query={trail} size="tile">
        {({ steps }) => (
          <DataTable
            caption={title}
            rows={steps}
            keyOf={(step) => step.id}
            columns={[
              {
                key: "when",
                header: t("experiment.trail.when"),
                cell: (step) => formatInstant(step.createdAt),
              },
              { key: "what", header: t("experiment.trail.what"), cell: actionText },
              {
                key: "details",
                header: t("experiment.trail.details"),
                cell: (step) =>
                  changesOf(step).map(({ field, text }) => (
                    <span key={field} className="cell-basis is-wrapped">
                      {text}
                    </span>
                  )),
              },
            ]}
          />
        )}
      </QueryBoundary>
    </Panel>
  );
}
