import { Link } from "react-router";
import type { Experiment } from "#shared/contract/experiment.ts";
import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { isStopped } from "#shared/experiments.ts";
import { hasNothing, peopleOf, primaryOf } from "../../charts/shape/experiment-effects.ts";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { RecommendationBadge, StatusTag } from "../../components/recommendation-badge.tsx";
import { t } from "../../i18n/translate.ts";
import { useResults } from "../../queries/experiments.ts";
import { datesText } from "./about-panel.tsx";
import { peopleText } from "./people-text.ts";
import { PrimaryForest } from "./primary-panel.tsx";

/** An experiment in the list: what to do with it, and its primary outcome at a glance. */
export function ExperimentItem({ experiment }: { experiment: Experiment }) {
  const { slug, title, status } = experiment;
  const results = useResults(slug);
  return (
    <li className="panel change-item">
      <div className="panel-head">
        <div>
          <p className="basis">{datesText(experiment) ?? t("experiment.noDates")}</p>
          <h2>
            <Link className="quiet-link" to={`/experiments/${slug}`}>
              {title}
            </Link>
          </h2>
        </div>
        <div className="panel-actions">
          <StatusTag status={status} />
        </div>
      </div>
      <QueryBoundary
        query={results}
        size="tile"
        isEmpty={hasNothing}
        empty={
          <p className="muted">
            {t(isStopped(status) ? "experiment.nobodyWas" : "experiment.nobody")}
          </p>
        }
      >
        {(answer) => <Standing results={answer} title={title} />}
      </QueryBoundary>
    </li>
  );
}

function Standing({ results, title }: { results: ExperimentResults; title: string }) {
  const { recommendation, sentence, comparisons, experiment, plan } = results;
  const isTold = comparisons.some((one) => (primaryOf(one)?.difference ?? null) !== null);
  const people = peopleOf(results);
  return (
    <div className="change-verdict">
      <div>
        <p className="verdict-badges">
          <RecommendationBadge recommendation={recommendation} ended={results.ended} />
        </p>
        <p className="change-sentence">{sentence}</p>
        <p className="progress-line basis">
          {plan.plannedSubjects !== null && people !== null && (
            <progress max={plan.plannedSubjects} value={people} aria-hidden="true" />
          )}
          {peopleText(results)}
        </p>
        <Link
          to={`/experiments/${experiment.slug}`}
          aria-label={`${t("experiment.open")}: ${title}`}
        >
          {t("experiment.open")}
        </Link>
      </div>
      {isTold && (
        <div>
          <p className="basis">{t(`experiment.outcome.${plan.primary}`)}</p>
          <PrimaryForest results={results} isCompact />
        </div>
      )}
    </div>
  );
}
