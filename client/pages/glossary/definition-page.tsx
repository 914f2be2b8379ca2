import { Link, useParams } from "react-router";
import { Panel } from "../../components/panel.tsx";
import { QueryBoundary } from "../../components/query-boundary.tsx";
import { t } from "../../i18n/translate.ts";
import { useDefinition } from "../../queries/definition.ts";
import { BenchmarksPanel } from "./benchmarks-panel.tsx";
import { DefinitionFacts } from "./definition-facts.tsx";
import { ExamplePanel } from "./example-panel.tsx";
import { RestatedPanel } from "./restated-panel.tsx";

/** One figure: what it means, worked through on a few people. */
export function DefinitionPage() {
  const { metric = "" } = useParams();
  const query = useDefinition(metric);
  return (
    <QueryBoundary query={query} size="page">
      {({ definition, example }) => (
        <div className="stack">
          <title>{t("app.title", { page: definition.title })}</title>
          <div className="page-head">
            <div>
              <p className="crumb">
                <Link to="/glossary">{t("nav.glossary")}</Link>
              </p>
              <h1>{definition.title}</h1>
              <p className="muted">{definition.question}</p>
            </div>
          </div>
          <Panel title={t("glossary.definition")}>
            <DefinitionFacts definition={definition} />
          </Panel>
          <ExamplePanel definition={definition} example={example} />
          <RestatedPanel restated={example.restated} />
          <BenchmarksPanel metric={definition.metric} />
        </div>
      )}
    </QueryBoundary>
  );
}
