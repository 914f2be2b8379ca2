import { useState } from "react";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { formatCount } from "../../format/numbers.ts";
import { parseTyped, shareOf } from "../../format/typed.ts";
import { t } from "../../i18n/translate.ts";
import { usePlan } from "../../queries/experiments.ts";
import { problemsOf } from "./draft-problems.ts";
import { type ExperimentDraft, planOf } from "./experiment-draft.ts";
import { PlanTable } from "./plan-table.tsx";
import { TextField } from "./text-field.tsx";
import { useSettled } from "./use-settled.ts";

interface Props {
  draft: ExperimentDraft;
  onPlanned: (subjects: number) => void;
}

const SETTLED_MS = 400;
const MOST_DAYS = 730;

/** What the test needs, out of the store's own traffic; it follows what is typed. */
export function PlanPanel({ draft, onPlanned }: Props) {
  const [traffic, setTraffic] = useState("100");
  const [days, setDays] = useState("90");
  const percent = parseTyped(traffic) ?? 0;
  const maxDays = parseTyped(days) ?? 0;
  const isShare = percent > 0 && percent <= 100;
  const isDays = Number.isInteger(maxDays) && maxDays >= 1 && maxDays <= MOST_DAYS;
  const asked = useSettled(
    isShare && isDays && canPlan(draft) ? planOf(draft, shareOf(percent), maxDays) : null,
    SETTLED_MS,
  );
  const plan = usePlan(asked);
  return (
    <Panel title={t("experiment.plan")} description={t("experiment.planText")}>
      <div className="form">
        <div className="date-pair">
          <TextField
            label={t("experiment.traffic")}
            error={isShare ? undefined : t("experiment.rule.traffic")}
            value={traffic}
            maxLength={6}
            isNumber
            onChange={setTraffic}
          />
          <TextField
            label={t("experiment.maxDays")}
            error={isDays ? undefined : t("experiment.rule.days", { most: MOST_DAYS })}
            value={days}
            maxLength={3}
            isNumber
            onChange={setDays}
          />
        </div>
        {asked === null ? (
          <p className="muted">{t("experiment.planMissing")}</p>
        ) : (
          <QueryBoundary query={plan} size="tile">
            {(answer) => (
              <div className="plan-answer" aria-live="polite">
                <p className={`inline-note tone-${answer.sensible ? "good" : "warn"}`}>
                  <Icon name={answer.sensible ? "check" : "alert"} />
                  <span>{answer.sentence}</span>
                </p>
                <PlanTable answer={answer} />
                {answer.subjects !== null && (
                  <button
                    type="button"
                    className="button"
                    onClick={() => onPlanned(answer.subjects ?? 0)}
                  >
                    {t("experiment.takePlan", { count: formatCount(answer.subjects) })}
                  </button>
                )}
              </div>
            )}
          </QueryBoundary>
        )}
      </div>
    </Panel>
  );
}

function canPlan(draft: ExperimentDraft): boolean {
  return !Object.keys(problemsOf(draft)).some(
    (field) => /^variants(\.\d+\.share)?$/.test(field) || field === "smallestEffect",
  );
}
