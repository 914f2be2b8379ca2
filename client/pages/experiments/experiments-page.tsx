import { Link } from "react-router";
import { experimentStatuses } from "#shared/experiments.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { t } from "../../i18n/translate.ts";
import { useExperiments } from "../../queries/experiments.ts";
import { ExperimentItem } from "./experiment-item.tsx";
import { Unrecorded } from "./unrecorded.tsx";

const standings = ["all", ...experimentStatuses] as const;

export function ExperimentsPage() {
  const experiments = useExperiments();
  const [status, setStatus] = useChoice("status", standings);
  return (
    <div className="stack">
      <QueryBoundary
        query={experiments}
        size="chart"
        isEmpty={(answer) => answer.experiments.length === 0}
        empty={
          <div className="stack">
            <Unrecorded />
            <div className="panel">
              <EmptyState
                icon="experiments"
                title={t("experiment.empty")}
                text={t("experiment.emptyText")}
              >
                <NewExperiment />
              </EmptyState>
            </div>
          </div>
        }
      >
        {(answer) => {
          const shown = answer.experiments.filter(
            (one) => status === "all" || one.status === status,
          );
          return (
            <div className="stack">
              <div className="toolbar">
                <SelectField
                  label={t("experiment.status")}
                  value={status}
                  options={standings.map((value) => ({
                    value,
                    label: value === "all" ? t("filter.all") : t(`experiment.status.${value}`),
                  }))}
                  onChange={setStatus}
                />
                <NewExperiment />
              </div>
              <Unrecorded />
              {shown.length === 0 ? (
                <div className="panel">
                  <EmptyState
                    icon="filter"
                    title={t("experiment.noneSuch")}
                    text={t("experiment.noneSuchText")}
                  />
                </div>
              ) : (
                <ol className="stack">
                  {shown.map((experiment) => (
                    <ExperimentItem key={experiment.id} experiment={experiment} />
                  ))}
                </ol>
              )}
            </div>
          );
        }}
      </QueryBoundary>
    </div>
  );
}

function NewExperiment() {
  return (
    <Link className="button primary" to="/new-experiment">
      <Icon name="plus" /> {t("experiment.new")}
    </Link>
  );
}
