/** What the data say about a change: an icon, a word and a colour, the same everywhere. */
import type { Verdict, VerdictAnswer } from "#shared/contract/verdict.ts";
import { formatDate } from "../format/dates.ts";
import { t } from "../i18n/translate.ts";
import { Icon, type IconName } from "./icon.tsx";

export const verdictLooks: {
  [Name in Verdict]: { tone: "good" | "bad" | "warn" | "neutral"; icon: IconName };
} = {
  opt_in_without_understanding: { tone: "bad", icon: "alert" },
  building_trust: { tone: "good", icon: "up" },
  mixed: { tone: "warn", icon: "mixed" },
  eroding_trust: { tone: "bad", icon: "down" },
  no_clear_effect: { tone: "neutral", icon: "flat" },
  not_enough_data: { tone: "neutral", icon: "hourglass" },
};

export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { tone, icon } = verdictLooks[verdict];
  return (
    <span className={`badge verdict-badge tone-${tone}`}>
      <Icon name={icon} /> {t(`verdict.${verdict}`)}
    </span>
  );
}

type Standing = Pick<VerdictAnswer, "verdict" | "state" | "claim"> & {
  window?: VerdictAnswer["window"];
  /** Of a kept verdict: what the data of today say. */
  recheck?: VerdictAnswer["recheck"];
};

/** With how sure it is: whether it is final, whether something lowers the claim, and whether it would be another today. */
export function VerdictBadges({ verdict, state, claim, window, recheck }: Standing) {
  return (
    <p className="verdict-badges">
      <VerdictBadge verdict={verdict} />
      <span className="tag">
        {state === "preliminary" && window !== undefined
          ? t("verdict.state.preliminaryUntil", { date: formatDate(window.finalOn) })
          : t(`verdict.state.${state}`)}
      </span>
      {claim === "lowered" && (
        <span className="badge tone-warn">
          <Icon name="alert" /> {t("verdict.lowered")}
        </span>
      )}
      {recheck?.differs && (
        <span className="badge tone-warn">
          <Icon name="alert" /> {t("verdict.recheck.differs")}
        </span>
      )}
    </p>
  );
}
