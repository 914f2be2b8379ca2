import { useId, useMemo } from "react";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { ChangeList, type Mark, marksOf } from "../../charts/change-list.tsx";
import { CounterfactualChart } from "../../charts/counterfactual-chart.tsx";
import { EffectForest } from "../../charts/effect-forest.tsx";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { useTables } from "../../filters/use-tables.ts";
import { t } from "../../i18n/translate.ts";
import { useChanges } from "../../queries/changes.ts";
import { useRecheck, verdictCsv } from "../../queries/verdict.ts";
import { BesidePanel } from "./beside-panel.tsx";
import { GenerationPanel } from "./generation-panel.tsx";
import { HowPanel } from "./how-panel.tsx";
import { VerdictCard } from "./verdict-card.tsx";

/** All that stands behind a verdict, from what to read out to what a statistician asks. */
export function VerdictReport({ answer }: { answer: VerdictAnswer }) {
  const { change, outcomes, series, k, byGeneration } = answer;
  const recheck = useRecheck(answer, true);
  const tables = useTables();
  const id = useId();
  const marks = useOthers(answer);
  const unitOf = (metric: string) =>
    outcomes.find((outcome) => outcome.metric === metric)?.unit ?? "week";
  return (
    <div className="stack">
      <VerdictCard answer={answer} recheck={recheck} />
      <Panel
        title={t("verdict.outcomes")}
        description={t("verdict.outcomesText")}
        actions={
          <>
            <a
              className="button"
              href={verdictCsv(change.id, "outcomes")}
              download
              aria-label={t("verdict.csvOutcomesLabel")}
            >
              <Icon name="download" /> {t("verdict.csvOutcomes")}
            </a>
            <a
              className="button"
              href={verdictCsv(change.id, "series")}
              download
              aria-label={t("verdict.csvSeriesLabel")}
            >
              <Icon name="download" /> {t("verdict.csvSeries")}
            </a>
          </>
        }
      >
        <EffectForest
          title={t("verdict.outcomes")}
          outcomes={outcomes}
          isRandomised={answer.design === "experiment"}
        />
      </Panel>
      <HowPanel answer={answer} />
      <section aria-labelledby={id}>
        <h2 id={id} className="section-title">
          {t("verdict.series")}
        </h2>
        <div className="series-grid">
          {series.map((one) => (
            <CounterfactualChart
              key={one.metric}
              series={one}
              unit={unitOf(one.metric)}
              date={change.date}
              marks={marks}
              k={k}
              table={tables(one.metric)}
            />
          ))}
        </div>
        <ChangeList marks={marks} />
      </section>
      <div className="columns">
        {byGeneration.length > 0 && <GenerationPanel answer={answer} />}
        <BesidePanel beside={answer.beside} k={k} />
      </div>
    </div>
  );
}

/** The other changes in the weeks that the charts show, numbered alike on all of them. */
function useOthers({ change, series }: VerdictAnswer): readonly Mark[] {
  const changes = useChanges().data?.changes;
  return useMemo(() => {
    const starts = series.flatMap(({ points }) => points.map(({ start }) => start)).toSorted();
    const others = (changes ?? []).filter(({ id }) => id !== change.id);
    return marksOf(others, starts[0] ?? "", starts.at(-1) ?? "");
  }, [changes, series, change.id]);
}
