import type { ExperimentResults } from "#shared/contract/experiment-results.ts";
import { Icon } from "../../components/icon.tsx";
import {
  RecommendationBadge,
  recommendationLooks,
} from "../../components/recommendation-badge.tsx";
import { formatRange } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { nextStep } from "./next-step.ts";
import { peopleText } from "./people-text.ts";

/** What to do, how sure that is, and what comes next: to be read out. */
export function RecommendationCard({ results }: { results: ExperimentResults }) {
  const { recommendation, sentence, from, to } = results;
  const { tone, icon } = recommendationLooks[recommendation];
  return (
    <section
      className={`standing verdict-card tone-${tone}`}
      aria-label={t("experiment.recommendation")}
    >
      <span className="standing-icon">
        <Icon name={icon} />
      </span>
      <div>
        <p className="verdict-badges">
          <RecommendationBadge recommendation={recommendation} ended={results.ended} />
        </p>
        <p className="headline">{sentence}</p>
        <p>
          <strong>{t("experiment.next")}:</strong> {nextStep(results)}
        </p>
        <p className="basis">
          {[
            ...(from === null || to === null ? [] : [formatRange(from, to)]),
            peopleText(results),
          ].join(" · ")}
        </p>
      </div>
    </section>
  );
}
