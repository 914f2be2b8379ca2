import { Link } from "react-router";
import type { LearnedAnswer, LearnedOutcome, LearnedReading } from "#shared/contract/learned.ts";
import { verdictOutcomes } from "#shared/contract/verdict.ts";
import { LearnedForest } from "../../charts/learned-forest.tsx";
import { effectScale, learnedEffect } from "../../charts/shape/effects.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { metricLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { VerdictBadge } from "../../components/verdict-badge.tsx";
import { formatDate } from "../../format/dates.ts";
import { formatFixed, formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { useLearned } from "../../queries/verdict.ts";
import { LearnedGenerations } from "./learned-generations.tsx";
import { LearnedMeans } from "./learned-means.tsx";
import { useOutcome } from "./use-outcome.ts";

/** All changes side by side: what kind of change works. */
export function Learned() {
  const learned = useLearned();
  const [metric, setMetric] = useOutcome();
  return (
    <QueryBoundary
      query={learned}
      size="chart"
      isEmpty={({ changes }) => changes.length === 0}
      empty={<EmptyState icon="changes" title={t("learned.empty")} text={t("learned.emptyText")} />}
    >
      {(answer) => {
        const outcome = answer.outcomes.find((one) => one.metric === metric);
        return (
          <Panel
            title={t("learned.title", { metric: metricLabel(metric) })}
            metric={metric}
            description={t("learned.text")}
            actions={
              <SelectField
                label={t("learned.outcome")}
                value={metric}
                options={verdictOutcomes.map((value) => ({ value, label: metricLabel(value) }))}
                onChange={setMetric}
              />
            }
          >
            {outcome === undefined || outcome.effects.length === 0 ? (
              <p className="muted">{t("learned.notMeasured")}</p>
            ) : (
              <div className="stack">
                <LearnedChanges answer={answer} outcome={outcome} />
                <LearnedMeans outcome={outcome} />
                <LearnedGenerations outcome={outcome} />
              </div>
            )}
          </Panel>
        );
      }}
    </QueryBoundary>
  );
}

interface ChangesProps {
  answer: LearnedAnswer;
  outcome: LearnedOutcome;
}

function LearnedChanges({ answer, outcome }: ChangesProps) {
  const title = t("learned.title", { metric: metricLabel(outcome.metric) });
  const rows = outcome.effects.flatMap(({ changeId, own, shrunken }) => {
    const change = answer.changes.find(({ id }) => id === changeId);
    if (change === undefined) return [];
    const { date, kind, reading, verdict } = change;
    const about = [
      formatDate(date),
      t(`changes.kind.${kind}`),
      ...(reading === null ? [] : [readingText(reading)]),
    ];
    const name = (
      <>
        <Link className="quiet-link" to={`/changes/${change.id}`}>
          {change.title}
        </Link>
        <span className="cell-basis is-wrapped">{about.join(" · ")}</span>
        <VerdictBadge verdict={verdict} />
      </>
    );
    const effect = learnedEffect({ own, shrunken }, outcome);
    return [{ key: changeId, name, effect, own: shrunken === null ? null : own }];
  });
  const { mean } = outcome;
  const isShrunken = rows.some(({ own }) => own !== null);
  return (
    <div>
      <LearnedForest
        title={title}
        header={t("learned.change")}
        rows={rows}
        scale={effectScale(rows.map(({ effect }) => effect))}
      />
      <ul className="chart-notes">
        <li>{isShrunken ? t("learned.note") : t("learned.tooFew")}</li>
        {mean !== null && isShrunken && (
          <li>{t("learned.typical", { points: formatPointsSize(mean.typical) })}</li>
        )}
      </ul>
    </div>
  );
}

/** Grades of one formula, so that they compare. */
function readingText({ formula, before, after }: LearnedReading): string {
  const grade = (value: number) => formatFixed(value, formula === "lix" ? 0 : 1);
  return before === null
    ? t(`learned.grade.${formula}`, { after: grade(after) })
    : t(`learned.grades.${formula}`, { before: grade(before), after: grade(after) });
}
