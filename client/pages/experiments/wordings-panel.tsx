import type { Experiment, Variant } from "#shared/contract/experiment.ts";
import { controlOf } from "#shared/experiments.ts";
import { ChecklistSaid } from "../../components/checklist-said.tsx";
import { Panel } from "../../components/panel.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { UnknownTerms } from "../../components/unknown-terms.tsx";
import { WordingCard } from "../../components/wording-card.tsx";
import { WordingDiff } from "../../components/wording-diff.tsx";
import { useChoice } from "../../filters/use-choice.ts";
import { formatLanguage } from "../../format/lists.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  experiment: Experiment;
  /** The one that is looked at beside the control; empty: the first other. */
  variant: string;
}

/** The wordings themselves, as people meet them, and what differs. */
export function WordingsPanel({ experiment: { variants }, variant }: Props) {
  const control = variants.find(({ slug }) => slug === controlOf(variants));
  const others = variants.filter((one) => one !== control);
  const other = others.find(({ slug }) => slug === variant) ?? others[0];
  const locales = [...new Set(variants.flatMap(({ wording }) => Object.keys(wording)))];
  const [locale, setLocale] = useChoice("language", [locales[0] ?? "", ...locales.slice(1)]);
  if (locales.length === 0 || control === undefined || other === undefined) {
    return (
      <Panel title={t("experiment.wordings")}>
        <p className="muted">{t("experiment.noWordings")}</p>
      </Panel>
    );
  }
  const [before, after] = [control, other].map((one) => one.wording[locale]);
  return (
    <Panel
      title={t("experiment.wordings")}
      actions={
        locales.length > 1 && (
          <SelectField
            label={t("experiment.language")}
            value={locale}
            options={locales.map((value) => ({ value, label: formatLanguage(value) }))}
            onChange={setLocale}
          />
        )
      }
    >
      <div className="stack">
        <div className="wording-cards">
          {[control, other].map((one) => (
            <VariantWording
              key={one.slug}
              variant={one}
              locale={locale}
              isControl={one === control}
            />
          ))}
        </div>
        {before !== undefined && after !== undefined && (
          <WordingDiff
            before={{ name: control.slug, wording: before }}
            after={{ name: other.slug, wording: after }}
            locale={locale}
          />
        )}
      </div>
    </Panel>
  );
}

interface VariantProps {
  variant: Variant;
  locale: string;
  isControl: boolean;
}

function VariantWording({ variant, locale, isControl }: VariantProps) {
  const { slug, wording, layoutNotes, checklist } = variant;
  const own = wording[locale];
  return (
    <div>
      <h3>
        {slug} {isControl && <span className="tag">{t("experiment.theControl")}</span>}
      </h3>
      {own === undefined ? (
        <p className="muted">{t("experiment.noWording")}</p>
      ) : (
        <WordingCard name={slug} wording={own} locale={locale}>
          <UnknownTerms wording={own} locale={locale} />
        </WordingCard>
      )}
      <ChecklistSaid checklist={checklist} />
      {layoutNotes !== "" && <p className="basis">{layoutNotes}</p>}
    </div>
  );
}
