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
  asOf?: string | null;
  /** Of a kept verdict: what the data of today say. */
  recheck?: VerdictAnswer["recheck"];
};

/** With how sure it is: whether it is final, whether something lowers the claim, and whether it would be another today. */
export function VerdictBadges({ verdict, state, claim, window, asOf, recheck }: Standing) {
  const finalOn = window?.finalOn;
  // What it waits for may have no date, once the follow-up has passed.
  const isDated = finalOn !== undefined && asOf != null && finalOn >= asOf;
  return (
    <p className="verdict-badges">
      <VerdictBadge verdict={verdict} />
      <span className="tag">
        {state === "preliminary" && isDated
          ? t("verdict.state.preliminaryUntil", { date: formatDate(finalOn) })
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
