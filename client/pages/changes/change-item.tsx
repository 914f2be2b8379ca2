import { Link } from "react-router";
import type { Change } from "#shared/contract/change.ts";
import type { VerdictAnswer } from "#shared/contract/verdict.ts";
import { EffectForest } from "../../charts/effect-forest.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { VerdictBadges } from "../../components/verdict-badge.tsx";
import { formatDate } from "../../format/dates.ts";
import { t } from "../../i18n/translate.ts";
import { useRecheck, useVerdict } from "../../queries/verdict.ts";
import { EditButtons } from "./change-actions.tsx";
import { scopeText } from "./scope-text.ts";

/** A change in the list: what the data say about it, and what it did at a glance. */
export function ChangeItem({ change }: { change: Change }) {
  const { id, title, date, kind, scope } = change;
  const verdict = useVerdict(id);
  return (
    <li className="panel change-item">
      <div className="panel-head">
        <div>
          <p className="basis">
            {formatDate(date)} · {scopeText(scope)}
          </p>
          <h2>
            <Link className="quiet-link" to={`/changes/${id}`}>
              {title}
            </Link>
          </h2>
        </div>
        <div className="panel-actions">
          <span className="tag">{t(`changes.kind.${kind}`)}</span>
          <EditButtons change={change} />
        </div>
      </div>
      <QueryBoundary query={verdict} size="tile">
        {(answer) => <ItemVerdict answer={answer} />}
      </QueryBoundary>
    </li>
  );
}

function ItemVerdict({ answer }: { answer: VerdictAnswer }) {
  const { change, sentence, outcomes } = answer;
  const recheck = useRecheck(answer, false);
  return (
    <div className="change-verdict">
      <div>
        <VerdictBadges {...answer} recheck={recheck} />
        <p className="change-sentence">{sentence}</p>
        <Link to={`/changes/${change.id}`} aria-label={`${t("changes.open")}: ${change.title}`}>
          {t("changes.open")}
        </Link>
      </div>
      {outcomes.some(({ effect }) => effect !== null) && (
        <EffectForest
          title={`${t("verdict.outcomes")}: ${change.title}`}
          outcomes={outcomes}
          isCompact
        />
      )}
    </div>
  );
}
