import type { OverviewAnswer, Standing } from "#shared/contract/overview.ts";
import { Icon, type IconName } from "../../components/icon.tsx";
import { metricLabel } from "../../components/labels.ts";
import { formatRange } from "../../format/dates.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";

const looks: {
  [Code in Standing["code"]]: { tone: "good" | "bad" | "warn" | "neutral"; icon: IconName };
} = {
  no_data: { tone: "neutral", icon: "question" },
  not_enough_data: { tone: "neutral", icon: "question" },
  growing: { tone: "good", icon: "up" },
  growing_at_a_price: { tone: "warn", icon: "alert" },
  opt_in_without_understanding: { tone: "bad", icon: "alert" },
  slipping: { tone: "bad", icon: "down" },
  steady: { tone: "neutral", icon: "flat" },
};

const DONE = ["opt_in_yield", "early_withdrawal_rate"];

/** The same standing has other reasons: what people say may move without what they do, and the other way round. */
function hintOf({ code, better }: Standing) {
  if (code === "growing" && !better.some((metric) => DONE.includes(metric)))
    return "growing_in_words";
  return code === "steady" && better.length > 0 ? "steady_in_words" : code;
}

/** The page in one line: how trust stands, what moved, and against what. */
export function StandingLine({ answer }: { answer: OverviewAnswer }) {
  const { code, better, worse } = answer.standing;
  const { tone, icon } = looks[code];
  const names = (metrics: readonly string[]) => formatList(metrics.map(metricLabel));
  return (
    <section className={`standing tone-${tone}`} aria-label={t("overview.standingLabel")}>
      <span className="standing-icon">
        <Icon name={icon} />
      </span>
      <div>
        <p className="headline">{t(`overview.standing.${code}`)}</p>
        <p>
          {better.length > 0 && `${t("overview.moved.better", { metrics: names(better) })} `}
          {worse.length > 0 && `${t("overview.moved.worse", { metrics: names(worse) })} `}
          {better.length + worse.length === 0 &&
            code === "steady" &&
            `${t("overview.moved.none")} `}
          {t(`overview.hint.${hintOf(answer.standing)}`)}
        </p>
        <p className="basis">
          {t("overview.compared", {
            now: formatRange(answer.from, answer.to),
            before: formatRange(answer.compare.from, answer.compare.to),
          })}
        </p>
      </div>
    </section>
  );
}
