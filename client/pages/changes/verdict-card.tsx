import { Link } from "react-router";
import type { Recheck, VerdictAnswer } from "#shared/contract/verdict.ts";
import { Icon } from "../../components/icon.tsx";
import { VerdictBadges, verdictLooks } from "../../components/verdict-badge.tsx";
import { formatDate, formatRange } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface CardProps {
  answer: VerdictAnswer;
  /** Of a kept verdict: what the data of today say. */
  recheck: Recheck | null;
}

/** What happened, how sure we are, and what to do next: to be read out. */
export function VerdictCard({ answer, recheck }: CardProps) {
  const { verdict, state, claim, sentence, window, outcomes, keptOn } = answer;
  const { tone, icon } = verdictLooks[verdict];
  const days = Math.max(0, ...outcomes.map(({ neededDays }) => neededDays ?? 0));
  const { baselineFrom, baselineTo, afterFrom, afterTo } = window;
  return (
    <section className={`standing verdict-card tone-${tone}`} aria-label={t("verdict.label")}>
      <span className="standing-icon">
        <Icon name={icon} />
      </span>
      <div>
        <VerdictBadges {...answer} recheck={recheck} />
        <p className="headline">{sentence}</p>
        {claim === "lowered" && <p>{t("verdict.loweredText")}</p>}
        {recheck !== null && <LookedAtAgain recheck={recheck} />}
        <p>
          <strong>{t("verdict.next")}:</strong> {t(`verdict.next.${verdict}.${state}`)}
          {verdict === "not_enough_data" &&
            days > 0 &&
            ` ${t("verdict.next.days", { count: formatCount(days) }, days)}`}
        </p>
        {keptOn !== null && (
          <p className="basis">
            {t("verdict.kept", { final: formatDate(window.finalOn), kept: formatDate(keptOn) })}
          </p>
        )}
        <p className="basis">
          {baselineFrom !== null &&
            baselineTo !== null &&
            afterFrom !== null &&
            afterTo !== null &&
            `${t("verdict.window", {
              before: formatRange(baselineFrom, baselineTo),
              after: formatRange(afterFrom, afterTo),
            })} · `}
          {answer.calibration !== null && `${answer.calibration.text} `}
          <Link to="/glossary#how-often-wrong">{t("verdict.howOften")}</Link>
        </p>
      </div>
    </section>
  );
}

function LookedAtAgain({ recheck: { differs, sentence, asOf } }: { recheck: Recheck }) {
  const date = asOf === null ? "" : formatDate(asOf);
  if (!differs) return <p className="basis">{t("verdict.recheck.same", { date })}</p>;
  return (
    <p>
      <strong>{t("verdict.recheck.again", { date })}</strong> {sentence}
    </p>
  );
}
