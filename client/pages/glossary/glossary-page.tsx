import { useEffect, useState } from "react";
import { Navigate, useLocation } from "react-router";
import { isMetricName } from "#shared/metric-list.ts";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { useDefinitions } from "../../queries/definitions.ts";
import { DefinitionCard } from "./definition-card.tsx";
import { VerdictsPanel } from "./verdicts-panel.tsx";

export function GlossaryPage() {
  const definitions = useDefinitions();
  const anchor = useLocation().hash.slice(1);
  const [search, setSearch] = useState("");
  const isReady = definitions.data !== undefined;
  useEffect(() => {
    if (isReady && anchor !== "") document.getElementById(anchor)?.scrollIntoView();
  }, [isReady, anchor]);
  // Figures had their place on this page before they had pages of their own.
  if (isMetricName(anchor)) return <Navigate to={`/glossary/${anchor}`} replace />;
  return (
    <QueryBoundary query={definitions} size="page">
      {(answer) => {
        const wanted = search.trim().toLowerCase();
        const shown = answer.definitions.filter((definition) =>
          Object.values(definition).join(" ").toLowerCase().includes(wanted),
        );
        return (
          <div className="stack">
            <input
              className="glossary-search"
              type="search"
              value={search}
              aria-label={t("glossary.search")}
              placeholder={t("glossary.search")}
              onChange={(event) => setSearch(event.target.value)}
            />
            {shown.length === 0 && <p className="muted">{t("glossary.none")}</p>}
            <ul className="definition-cards" aria-label={t("glossary.contents")}>
              {shown.map((definition) => (
                <DefinitionCard key={definition.metric} definition={definition} />
              ))}
            </ul>
            <div className="columns">
              <Panel title={t("glossary.smallCells")}>
                <p className="prose">{answer.smallCells}</p>
              </Panel>
              <Panel title={t("glossary.sums")}>
                <p className="prose">{answer.sums}</p>
              </Panel>
            </div>
            <VerdictsPanel />
          </div>
        );
      }}
    </QueryBoundary>
  );
}
