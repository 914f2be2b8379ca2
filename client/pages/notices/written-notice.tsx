import { Link } from "react-router";
import type { Notice } from "#shared/contract/notice.ts";
import { ChecklistSaid } from "../../components/checklist-said.tsx";
import { valueLabel } from "../../components/labels.ts";
import { Panel } from "../../components/panel.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { UnknownTerms } from "../../components/unknown-terms.tsx";
import { WordingCard } from "../../components/wording-card.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { formatLanguage, formatList } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";
import { ComparePanel } from "./compare-panel.tsx";
import { pathOf } from "./known-notice.ts";

/** What was written down of a version: its wording in one language, what it says, and what is new in it. */
export function WrittenNotice({ record, others }: { record: Notice; others: readonly Notice[] }) {
  const { notice, wording, previous } = record;
  const [first = "", ...rest] = Object.keys(wording);
  const [locale, setLocale] = useChoice("language", [first, ...rest]);
  const [against, setAgainst] = useChoice("against", ["", ...others.map((one) => one.notice)]);
  const shown = wording[locale];
  return (
    <>
      <Panel
        title={t("notices.wording")}
        actions={
          rest.length > 0 && (
            <SelectField
              label={t("notices.language")}
              value={locale}
              options={[first, ...rest].map((value) => ({ value, label: formatLanguage(value) }))}
              onChange={setLocale}
            />
          )
        }
      >
        <div className="notice-wording">
          {shown === undefined ? (
            <p className="muted">{t("notices.noWording")}</p>
          ) : (
            <WordingCard name={notice} wording={shown} locale={locale}>
              <UnknownTerms wording={shown} locale={locale} />
            </WordingCard>
          )}
          <div className="stack">
            <section>
              <h3>{t("checklist.title")}</h3>
              <ChecklistSaid {...record} />
            </section>
            <Facts record={record} />
          </div>
        </div>
      </Panel>
      {shown !== undefined && (
        <ComparePanel
          notice={notice}
          wording={shown}
          locale={locale}
          others={others}
          previous={previous}
          against={against}
          onAgainst={setAgainst}
        />
      )}
    </>
  );
}

function Facts({ record: { purposes, previous, layoutNotes, link } }: { record: Notice }) {
  const asked = formatList(purposes.map((purpose) => valueLabel("purpose", purpose)));
  const facts = [
    ...(asked === "" ? [] : [{ name: t("notices.field.purposes"), value: asked }]),
    ...(previous === null
      ? []
      : [
          {
            name: t("notices.field.previous"),
            value: <Link to={pathOf(previous)}>{previous}</Link>,
          },
        ]),
    ...(layoutNotes === "" ? [] : [{ name: t("notices.field.layoutNotes"), value: layoutNotes }]),
    ...(link === ""
      ? []
      : [
          {
            name: t("notices.field.link"),
            value: (
              <a href={link} rel="noreferrer">
                {link}
              </a>
            ),
          },
        ]),
  ];
  if (facts.length === 0) return null;
  return (
    <dl className="definition">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
