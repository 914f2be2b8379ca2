import { Link } from "react-router";
import type { Confounder, VerdictAnswer } from "#shared/contract/verdict.ts";
import { Icon } from "../../components/icon.tsx";
import { Panel } from "../../components/panel.tsx";
import { t } from "../../i18n/translate.ts";
import { Diagnostics } from "./diagnostics.tsx";

/** The comparison and why it was chosen, what else could explain the figures, and the rest for those who ask. */
export function HowPanel({ answer }: { answer: VerdictAnswer }) {
  const { design, designReason, confounders } = answer;
  const ordered = confounders.toSorted((a, b) => Number(b.lowers) - Number(a.lowers));
  return (
    <Panel title={t("verdict.how")}>
      <div className="how">
        <div>
          <h3>{t(`verdict.design.${design}`)}</h3>
          <p className="prose">{designReason}</p>
        </div>
        <div>
          <h3>{t("verdict.confounders")}</h3>
          {ordered.length === 0 ? (
            <p className="prose">{t("verdict.confoundersNone")}</p>
          ) : (
            <ul className="confounders">
              {ordered.map((one) => (
                <ConfounderItem
                  key={`${one.code} ${one.metric} ${one.week} ${one.text}`}
                  {...one}
                />
              ))}
            </ul>
          )}
        </div>
      </div>
      <details className="diagnostics">
        <summary>{t("verdict.diagnostics")}</summary>
        <Diagnostics answer={answer} />
      </details>
    </Panel>
  );
}

function ConfounderItem({ text, lowers, changeId }: Confounder) {
  return (
    <li>
      <span className={lowers ? "badge tone-warn" : "tag"}>
        <Icon name={lowers ? "alert" : "question"} />{" "}
        {t(lowers ? "verdict.confounder.lowers" : "verdict.confounder.known")}
      </span>
      <span className="prose">
        {changeId === null ? text : <Link to={`/changes/${changeId}`}>{text}</Link>}
      </span>
    </li>
  );
}
