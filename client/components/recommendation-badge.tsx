/** What to do with an experiment: an icon, a word and a colour, the same everywhere. */
import type { Recommendation } from "#shared/contract/experiment-results.ts";
import type { ExperimentStatus } from "#shared/experiments.ts";
import { t } from "../i18n/translate.ts";
import { Icon, type IconName } from "./icon.tsx";

export const recommendationLooks: {
  [Name in Recommendation]: { tone: "good" | "bad" | "warn" | "neutral"; icon: IconName };
} = {
  broken: { tone: "warn", icon: "alert" },
  more_accepted_less_understood: { tone: "bad", icon: "mixed" },
  keep_the_control: { tone: "bad", icon: "down" },
  ship: { tone: "good", icon: "check" },
  no_difference: { tone: "neutral", icon: "flat" },
  keep_running: { tone: "neutral", icon: "hourglass" },
};

interface BadgeProps {
  recommendation: Recommendation;
  /** Whether nobody else will be asked. */
  ended: boolean;
}

export function RecommendationBadge({ recommendation, ended }: BadgeProps) {
  const { tone, icon } = recommendationLooks[recommendation];
  const word = ended && recommendation === "keep_running" ? "not_told" : recommendation;
  return (
    <span className={`badge verdict-badge tone-${tone}`}>
      <Icon name={icon} /> {t(`experiment.${word}`)}
    </span>
  );
}

/** Null where the data name an experiment that nobody wrote down. */
export function StatusTag({ status }: { status: ExperimentStatus | null }) {
  return <span className="tag">{t(`experiment.status.${status ?? "unrecorded"}`)}</span>;
}
