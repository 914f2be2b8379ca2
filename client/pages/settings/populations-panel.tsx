import type { Population } from "#shared/contract/population.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { strataText } from "../../components/labels.ts";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { useDeletePopulation, usePopulations } from "../../queries/populations.ts";
import { PopulationForm } from "./population-form.tsx";
import { RecordRow } from "./record-row.tsx";
import { RecordsPanel } from "./records-panel.tsx";
import { namesOf } from "./strata-rows.ts";

export function PopulationsPanel() {
  const populations = usePopulations();
  const remove = useDeletePopulation();
  return (
    <RecordsPanel<Population>
      words={{
        title: t("populations.title"),
        text: t("populations.text"),
        add: t("populations.add"),
        edit: t("populations.editTitle"),
        saved: t("populations.saved"),
        deleted: t("populations.deleted"),
        deleteTitle: t("populations.deleteTitle"),
        deleteText: ({ name }) => t("populations.deleteText", { name }),
      }}
      remove={remove}
      form={(population, onSaved, onCancel) => (
        <PopulationForm population={population} onSaved={onSaved} onCancel={onCancel} />
      )}
    >
      {(onEdit, onDelete) => (
        <QueryBoundary
          query={populations}
          size="line"
          isEmpty={(answer) => answer.populations.length === 0}
          empty={
            <EmptyState
              icon="understanding"
              title={t("populations.empty")}
              text={t("populations.emptyText")}
            />
          }
        >
          {(answer) => (
            <ul className="record-list">
              {answer.populations.map((population) => (
                <RecordRow
                  key={population.id}
                  title={population.title === "" ? population.name : population.title}
                  basis={basisOf(population)}
                  edit={{
                    label: t("populations.editLabel", { name: population.name }),
                    onClick: () => onEdit(population),
                  }}
                  remove={{
                    label: t("populations.deleteLabel", { name: population.name }),
                    onClick: () => onDelete(population),
                  }}
                />
              ))}
            </ul>
          )}
        </QueryBoundary>
      )}
    </RecordsPanel>
  );
}

function basisOf({ name, strata, source }: Population): string {
  const groups = strata.length;
  return [
    `weights=${name}`,
    t("populations.strata", { count: formatCount(groups) }, groups),
    strataText(namesOf(strata)),
    ...(source === "" ? [] : [source]),
  ].join(" · ");
}
