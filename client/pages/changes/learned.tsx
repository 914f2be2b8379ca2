import { Link } from "react-router";
import type { LearnedAnswer, LearnedOutcome } from "#shared/contract/learned.ts";
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
import { formatCount, formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { useLearned } from "../../queries/verdict.ts";
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
              <LearnedTables answer={answer} outcome={outcome} />
            )}
          </Panel>
        );
      }}
    </QueryBoundary>
  );
}

interface TablesProps {
  answer: LearnedAnswer;
  outcome: LearnedOutcome;
}

function LearnedTables({ answer, outcome }: TablesProps) {
  const { effects, kinds, mean } = outcome;
  const title = t("learned.title", { metric: metricLabel(outcome.metric) });
  const rows = effects.flatMap(({ changeId, own, shrunken }) => {
    const change = answer.changes.find(({ id }) => id === changeId);
    if (change === undefined) return [];
    const effect = learnedEffect({ own, shrunken }, outcome);
    const name = (
      <>
        <Link className="quiet-link" to={`/changes/${change.id}`}>
          {change.title}
        </Link>
        <span className="cell-basis">
          {formatDate(change.date)} · {t(`changes.kind.${change.kind}`)}
        </span>
        <VerdictBadge verdict={change.verdict} />
      </>
    );
    return [{ key: changeId, name, effect, own: shrunken === null ? null : own }];
  });
  const means = [
    ...kinds.map((one) => ({ ...one, name: t(`changes.kind.${one.kind}`) })),
    ...(mean === null ? [] : [{ ...mean, name: t("learned.all") }]),
  ].map(({ name, changes, ...own }) => ({
    key: name,
    name: (
      <>
        {name}
        <span className="cell-basis">
          {t("learned.count", { count: formatCount(changes) }, changes)}
        </span>
      </>
    ),
    effect: learnedEffect({ own, shrunken: null }, outcome),
    own: null,
  }));
  const scale = effectScale([...rows, ...means].map(({ effect }) => effect));
  const isShrunken = rows.some(({ own }) => own !== null);
  return (
    <div className="stack">
      <LearnedForest title={title} header={t("learned.change")} rows={rows} scale={scale} />
      <ul className="chart-notes">
        <li>{isShrunken ? t("learned.note") : t("learned.tooFew")}</li>
        {mean !== null && isShrunken && (
          <li>{t("learned.typical", { points: formatPointsSize(mean.typical) })}</li>
        )}
      </ul>
      <div>
        <h3>{t("learned.kinds")}</h3>
        <p className="basis">{t("learned.kindsText")}</p>
        <LearnedForest
          title={t("learned.kinds")}
          header={t("learned.kind")}
          rows={means}
          scale={scale}
        />
      </div>
    </div>
  );
}
