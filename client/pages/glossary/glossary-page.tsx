import { useEffect, useState } from "react";
import { Link, useLocation } from "react-router";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { useDefinitions } from "../../queries/definitions.ts";
import { DefinitionItem } from "./definition-item.tsx";
import { VerdictsPanel } from "./verdicts-panel.tsx";

export function GlossaryPage() {
  const definitions = useDefinitions();
  const { hash } = useLocation();
  const [search, setSearch] = useState("");
  const isReady = definitions.data !== undefined;
  useEffect(() => {
    if (isReady && hash !== "") document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [isReady, hash]);
  return (
    <QueryBoundary query={definitions} size="page">
      {(answer) => {
        const wanted = search.trim().toLowerCase();
        const shown = answer.definitions.filter((definition) =>
          Object.values(definition).join(" ").toLowerCase().includes(wanted),
        );
        return (
          <div className="glossary">
            <nav className="glossary-contents" aria-label={t("glossary.contents")}>
              <input
                type="search"
                value={search}
                aria-label={t("glossary.search")}
                placeholder={t("glossary.search")}
                onChange={(event) => setSearch(event.target.value)}
              />
              <ul>
                {shown.map(({ metric, title }) => (
                  <li key={metric}>
                    <Link to={{ hash: metric }}>{title}</Link>
                  </li>
                ))}
              </ul>
            </nav>
            <div className="stack">
              {shown.length === 0 && <p className="muted">{t("glossary.none")}</p>}
              {shown.map((definition) => (
                <DefinitionItem key={definition.metric} definition={definition} />
              ))}
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
          </div>
        );
      }}
    </QueryBoundary>
  );
}
