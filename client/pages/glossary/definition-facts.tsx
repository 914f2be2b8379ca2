import { Fragment } from "react";
import type { Definition } from "#shared/contract/admin.ts";
import { dimensionLabel } from "../../components/labels.ts";
import { formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";
import { withCode } from "./with-code.tsx";

/** Everything that a definition says, under one heading each. */
export function DefinitionFacts({ definition }: { definition: Definition }) {
  const { metric, version, counts, dimensions } = definition;
  const facts = [
    { name: t("glossary.numerator"), text: definition.numerator },
    { name: t("glossary.denominator"), text: definition.denominator },
    { name: t("glossary.formula"), text: definition.formula },
    { name: t("glossary.silence"), text: definition.silence },
    { name: t("glossary.day"), text: definition.day },
    { name: t("glossary.unit"), text: t(`unit.${definition.unit as "share"}`) },
    { name: t("glossary.interval"), text: definition.interval },
    { name: t("glossary.coverage"), text: definition.coverage },
    { name: t("glossary.counts"), text: counts === false ? t("glossary.countsNone") : counts },
    { name: t("glossary.dimensions"), text: formatList(dimensions.map(dimensionLabel)) },
    { name: t("glossary.source"), text: definition.source },
  ];
  return (
    <>
      <dl className="definition">
        {facts.map(({ name, text }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{withCode(text)}</dd>
          </Fragment>
        ))}
      </dl>
      <p className="basis">
        <code>{metric}</code> · {t("glossary.version", { version })} ·{" "}
        {t(`glossary.better.${definition.better}`)}
      </p>
    </>
  );
}
