import { Link } from "react-router";
import type { Definition } from "#shared/contract/admin.ts";
import { withCode } from "./with-code.tsx";

/** One figure of the list: its question and formula; the rest is on its own page. */
export function DefinitionCard({ definition }: { definition: Definition }) {
  const { metric, title, question, formula } = definition;
  return (
    <li className="panel definition-card">
      <h2>
        <Link to={`/glossary/${metric}`}>{title}</Link>
      </h2>
      <p className="muted">{question}</p>
      <p className="definition-formula">{withCode(formula)}</p>
    </li>
  );
}
