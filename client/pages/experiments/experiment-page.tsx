import { Link, useParams } from "react-router";
import type { Experiment } from "#shared/contract/experiment.ts";
import { cohortDimensions } from "#shared/contract/experiment-results.ts";
import { isStopped } from "#shared/experiments.ts";
import { hasNothing } from "../../charts/shape/experiment-effects.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Icon } from "../../components/icon.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { StatusTag } from "../../components/recommendation-badge.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { t } from "../../i18n/translate.ts";
import { resultsCsv, useResults } from "../../queries/experiments.ts";
import { AboutPanel, datesText } from "./about-panel.tsx";
import { Lifecycle } from "./lifecycle.tsx";
import { MakeChange } from "./make-change.tsx";
import { ResultsReport } from "./results-report.tsx";
import { TrailPanel } from "./trail-panel.tsx";
import { useKnownExperiment } from "./use-known-experiment.ts";
import { WordingsPanel } from "./wordings-panel.tsx";

export function ExperimentPage() {
  const { id = "" } = useParams();
  const known = useKnownExperiment(id);
  return (
    <QueryBoundary query={known} size="page">
      {({ experiment, isSeen }) => {
        if (experiment !== null)
          return <OneExperiment slug={experiment.slug} experiment={experiment} />;
        return isSeen ? <OneExperiment slug={id} experiment={null} /> : <NoExperiment />;
      }}
    </QueryBoundary>
  );
}

interface Props {
  slug: string;
  /** Null where nobody wrote it down. */
  experiment: Experiment | null;
}

function OneExperiment({ slug, experiment }: Props) {
  const [by, setBy] = useChoice("by", cohortDimensions);
  const results = useResults(slug, by);
  const { data } = results;
  const title = experiment?.title ?? slug;
  const isOver = isStopped(experiment?.status);
  return (
    <article className="stack change-page experiment-page">
      <title>{t("app.title", { page: title })}</title>
      <header className="page-head">
        <div>
          <Link className="back-link no-print" to="/experiments">
            {t("experiment.all")}
          </Link>
          <h1>{title}</h1>
          <p className="muted">
            {experiment === null ? t("experiment.unrecordedText") : experiment.hypothesis}
          </p>
          <p className="verdict-badges">
            <StatusTag status={experiment?.status ?? null} />
            {experiment !== null && <span className="basis">{datesText(experiment)}</span>}
          </p>
        </div>
        <div className="panel-actions">
          {experiment === null ? (
            <Link className="button primary" to={`/new-experiment?of=${slug}`}>
              <Icon name="plus" /> {t("experiment.writeDown")}
            </Link>
          ) : (
            <>
              {isOver && data?.recommendation === "ship" && data.variant !== null && (
                <MakeChange experiment={experiment} variant={data.variant} />
              )}
              <Lifecycle experiment={experiment} />
            </>
          )}
          <a
            className="button"
            href={resultsCsv(slug, by)}
            download
            aria-label={t("chart.csvLabel", { title })}
          >
            <Icon name="download" /> {t("chart.csv")}
          </a>
          <button type="button" className="button" onClick={() => window.print()}>
            <Icon name="print" /> {t("changes.print")}
          </button>
        </div>
      </header>
      <QueryBoundary
        query={results}
        size="page"
        isEmpty={hasNothing}
        empty={<NotAsked experiment={experiment} />}
      >
        {(answer) => <ResultsReport results={answer} experiment={experiment} onCohort={setBy} />}
      </QueryBoundary>
      {experiment !== null && (
        <>
          <AboutPanel experiment={experiment} />
          <TrailPanel id={experiment.id} />
        </>
      )}
    </article>
  );
}

/** Before the first exposure there is nothing to read: what is planned comes first. */
function NotAsked({ experiment }: { experiment: Experiment | null }) {
  const status = experiment?.status ?? null;
  const isOver = isStopped(status);
  return (
    <div className="stack">
      <div className="panel">
        <EmptyState
          icon="hourglass"
          title={t(isOver ? "experiment.nobodyWas" : "experiment.nobody")}
          text={t(
            isOver
              ? "experiment.nobodyWasText"
              : status === "draft"
                ? "experiment.draftText"
                : "experiment.nobodyText",
          )}
        />
      </div>
      {experiment !== null && <WordingsPanel experiment={experiment} variant="" />}
    </div>
  );
}

function NoExperiment() {
  return (
    <div className="panel">
      <h1 className="sr-only">{t("experiment.gone")}</h1>
      <EmptyState icon="experiments" title={t("experiment.gone")} text={t("changes.goneText")}>
        <Link className="button" to="/experiments">
          {t("experiment.all")}
        </Link>
      </EmptyState>
    </div>
  );
}
