import type { Change } from "#shared/contract/change.ts";
import type { Experiment } from "#shared/contract/experiment.ts";
import type { CohortDimension, ExperimentResults } from "#shared/contract/experiment-results.ts";
import { ArmsChart } from "../../charts/arms-chart.tsx";
import { SequenceChart } from "../../charts/sequence-chart.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { useTables } from "../../filters/use-tables.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";
import { CohortPanel } from "./cohort-panel.tsx";
import { OutcomesPanel } from "./outcomes-panel.tsx";
import { PrimaryPanel } from "./primary-panel.tsx";
import { RatioPanel } from "./ratio-panel.tsx";
import { RecommendationCard } from "./recommendation-card.tsx";
import { Statistics } from "./statistics.tsx";
import { Unplanned } from "./unplanned.tsx";
import { useLookedAt } from "./use-looked-at.ts";
import { WordingsPanel } from "./wordings-panel.tsx";

interface Props {
  results: ExperimentResults;
  /** Null where nobody wrote it down. */
  experiment: Experiment | null;
  onCohort: (by: CohortDimension) => void;
}

const none: readonly Change[] = [];

/** From what to read out to what a statistician asks. A broken sample ratio stops the reading before any outcome. */
export function ResultsReport({ results, experiment, onCohort }: Props) {
  const { recommendation, comparisons, arms, plan, k } = results;
  const tables = useTables();
  const changes = useChanges().data?.changes ?? none;
  const { comparison, variant, variants, choose } = useLookedAt(results);
  const ratio = <RatioPanel results={results} />;
  const wordings = experiment !== null && (
    <WordingsPanel experiment={experiment} variant={variant} />
  );
  const people = (
    <ArmsChart title={t("experiment.exposures")} arms={arms} k={k} table={tables("people")} />
  );
  const head = (
    <>
      <RecommendationCard results={results} />
      <Unplanned variants={results.unplanned} />
    </>
  );
  // About no variant: nothing may be compared, or nothing can be.
  if (recommendation === "broken" || results.variant === null || comparison === undefined) {
    return (
      <div className="stack">
        {head}
        {ratio}
        {people}
        {wordings}
      </div>
    );
  }
  return (
    <div className="stack">
      {head}
      <PrimaryPanel results={results} />
      {comparisons.length > 1 && (
        <SelectField
          label={t("experiment.lookAt")}
          value={variant}
          options={variants.map((value) => ({ value, label: value }))}
          onChange={choose}
        />
      )}
      <OutcomesPanel comparison={comparison} />
      {wordings}
      <div className="series-grid">
        <SequenceChart
          title={t("experiment.sequence", { variant })}
          points={comparison.sequence}
          size={plan.smallestEffect}
          changes={changes}
          table={tables("sequence")}
        />
        {people}
      </div>
      <CohortPanel results={results} variant={variant} onChange={onCohort} />
      {ratio}
      <Statistics results={results} comparison={comparison} />
    </div>
  );
}
