import { Fragment, type ReactNode } from "react";
import type { Definition } from "#shared/contract/admin.ts";
import { t } from "../../i18n/translate.ts";

export function DefinitionItem({ definition }: { definition: Definition }) {
  const { metric, title, question, better, version, counts } = definition;
  const facts = [
    { name: t("glossary.numerator"), text: definition.numerator },
    { name: t("glossary.denominator"), text: definition.denominator },
    { name: t("glossary.formula"), text: definition.formula },
    { name: t("glossary.day"), text: definition.day },
    { name: t("glossary.interval"), text: definition.interval },
    { name: t("glossary.coverage"), text: definition.coverage },
    { name: t("glossary.silence"), text: definition.silence },
    { name: t("glossary.counts"), text: counts === false ? t("glossary.countsNone") : counts },
    { name: t("glossary.source"), text: definition.source },
  ];
  return (
    <article className="panel" id={metric} aria-labelledby={`${metric}-title`}>
      <div className="panel-head">
        <div>
          <h2 id={`${metric}-title`}>{title}</h2>
          <p className="muted">{question}</p>
        </div>
        <span className="tag">{t(`glossary.better.${better}`)}</span>
      </div>
      <dl className="definition">
        {facts.map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{withCode(text)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="basis">
        <code>{metric}</code> · {t("glossary.version", { version })}
      </p>
    </article>
  );
}

/** Definitions set words of the contract in backquotes. */
function withCode(text: string): ReactNode[] {
  return text
    .split("`")
    .map((part, index) => (index % 2 === 1 ? <code key={`${index}-${part}`}>{part}</code> : part));
}
