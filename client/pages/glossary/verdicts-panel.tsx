import { verdicts } from "#shared/contract/verdict.ts";
import { Panel } from "../../components/panel.tsx";
import { VerdictBadge } from "../../components/verdict-badge.tsx";
import { t } from "../../i18n/translate.ts";
import { HowOftenWrong } from "./how-often-wrong.tsx";

/** How a verdict is reached, in the order in which they are tried, and how often it is wrong. */
export function VerdictsPanel() {
  return (
    <div id="verdicts">
      <Panel title={t("glossary.verdicts")}>
        <p className="prose">{t("glossary.verdictsText")}</p>
        <dl className="verdict-meanings">
          {verdicts.map((verdict) => (
            <div key={verdict}>
              <dt>
                <VerdictBadge verdict={verdict} />
              </dt>
              <dd>{t(`glossary.verdict.${verdict}`)}</dd>
            </div>
          ))}
        </dl>
        <p className="prose">{t("glossary.verdictsMoved")}</p>
        <HowOftenWrong />
      </Panel>
    </div>
  );
}
