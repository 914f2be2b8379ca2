import type { ReactNode } from "react";
import { Link } from "react-router";
import type { Recheck, VerdictAnswer } from "#shared/contract/verdict.ts";
import { Icon } from "../../components/icon.tsx";
import { VerdictBadges, verdictLooks } from "../../components/verdict-badge.tsx";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { nextStepOf, sureText } from "./verdict-points.ts";
import { weeksText } from "./window-text.ts";

interface CardProps {
  answer: VerdictAnswer;
  /** Of a kept verdict: what the data of today say. */
  recheck: Recheck | null;
}

/** What happened, how sure we are, and what to do next: to be read out. */
export function VerdictCard({ answer, recheck }: CardProps) {
  const { verdict, sentence, window, keptOn, calibration, claim } = answer;
  const { tone, icon } = verdictLooks[verdict];
  const { text, to } = nextStepOf(answer);
  const before = weeksText(window.baselineFrom, window.baselineTo);
  const after = weeksText(window.afterFrom, window.afterTo);
  return (
    <section className={`standing verdict-card tone-${tone}`} aria-label={t("verdict.label")}>
      <span className="standing-icon">
        <Icon name={icon} />
      </span>
      <div>
        <VerdictBadges {...answer} recheck={recheck} />
        <p className="headline">{sentence}</p>
        {recheck !== null && <LookedAtAgain recheck={recheck} />}
        <dl className="verdict-points">
          <Point name={t("verdict.sure")}>
            {sureText(answer)}
            <span className="basis">
              {claim !== "none" && calibration !== null && `${calibration.text} `}
              <Link to="/glossary#how-often-wrong">{t("verdict.howOften")}</Link>
            </span>
          </Point>
          <Point name={t("verdict.next")}>
            {text} {to !== null && <Link to={to}>{t("verdict.next.settings")}</Link>}
          </Point>
        </dl>
        <p className="basis">
          {before !== null && after !== null && t("verdict.window", { before, after })}
          {keptOn !== null &&
            ` · ${t("verdict.kept", { final: formatDate(window.finalOn), kept: formatDate(keptOn) })}`}
        </p>
      </div>
    </section>
  );
}

function Point({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
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
