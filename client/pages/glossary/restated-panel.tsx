import { Fragment } from "react";
import type { Example } from "#shared/contract/definition.ts";
import { systemLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { t } from "../../i18n/translate.ts";
import { shareSum } from "./arithmetic.ts";
import { withCode } from "./with-code.tsx";

/** The same made-up people, as other systems count them. */
export function RestatedPanel({ restated }: Pick<Example, "restated">) {
  if (restated.length === 0) return null;
  return (
    <Panel title={t("example.restated")} description={withCode(t("example.restatedText"))}>
      <ul className="restated">
        {restated.map((one) => (
          <RestatedItem key={one.as} {...one} />
        ))}
      </ul>
    </Panel>
  );
}

function RestatedItem({ as, restatement, figure }: Example["restated"][number]) {
  const { sum, interval } = shareSum(figure);
  const facts = [
    { name: t("glossary.numerator"), text: restatement.numerator },
    { name: t("glossary.denominator"), text: restatement.denominator },
    { name: t("glossary.silence"), text: restatement.silence },
    { name: t("glossary.unit"), text: restatement.unit },
    { name: t("glossary.day"), text: restatement.day },
    { name: t("example.caveat"), text: restatement.caveat },
    { name: t("glossary.counts"), text: restatement.counts },
    { name: t("glossary.source"), text: restatement.source },
  ];
  return (
    <li>
      <h3>
        {systemLabel(as)} <code className="muted">as={as}</code>
      </h3>
      <p className="example-sum">
        <strong>{sum}</strong> <span className="muted">{interval}</span>
      </p>
      <dl className="definition">
        {facts.map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{withCode(text)}</dd>
          </Fragment>
        ))}
      </dl>
    </li>
  );
}
