import { useState } from "react";
import { emptyWording } from "#shared/wording.ts";
import { Icon } from "../../components/icon.tsx";
import { t } from "../../i18n/translate.ts";
import type { FieldsProps } from "./about-fields.tsx";
import { evenShares, newVariant, type VariantDraft } from "./experiment-draft.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { VariantFields } from "./variant-fields.tsx";

const MOST = 20;

/** The wordings that are tried, one language at a time, and how many people each is for. */
export function VariantsFields({ draft, problems, onChange }: Omit<FieldsProps, "isFixed">) {
  const { variants } = draft;
  const languages = Object.keys(variants[0]?.wording ?? {});
  const [chosen, setChosen] = useState(languages[0] ?? "en");
  const language = languages.includes(chosen) ? chosen : (languages[0] ?? "en");
  const set = (next: VariantDraft[]) => onChange({ variants: next });
  const even = (list: readonly VariantDraft[]) => {
    const shares = evenShares(list.length);
    return list.map((one, index) => ({ ...one, share: shares[index] ?? "" }));
  };
  return (
    <fieldset className="variants-fields">
      <legend className="sr-only">{t("experiment.variants")}</legend>
      <LanguageChoice
        languages={languages}
        chosen={language}
        onChoose={setChosen}
        onAdd={(added) => {
          set(
            variants.map((one) => ({ ...one, wording: { ...one.wording, [added]: emptyWording } })),
          );
          setChosen(added);
        }}
      />
      {variants.map((variant, index) => (
        <VariantFields
          key={variant.key}
          variant={variant}
          control={variants.find(({ isControl }) => isControl)}
          place={index}
          language={language}
          problems={problems}
          canLeave={variants.length > 2}
          onChange={(patch) =>
            set(
              variants.map((one) => ({
                ...one,
                ...(one.key === variant.key ? patch : {}),
                ...(patch.isControl ? { isControl: one.key === variant.key } : {}),
              })),
            )
          }
          onRemove={() => set(even(variants.filter(({ key }) => key !== variant.key)))}
        />
      ))}
      {problems.variants !== undefined && (
        <p className="field-error" role="alert">
          {problems.variants}
        </p>
      )}
      <div className="panel-actions">
        <button
          type="button"
          className="button"
          disabled={variants.length >= MOST}
          onClick={() =>
            set(even([...variants, newVariant(`variant-${variants.length}`, "", languages)]))
          }
        >
          <Icon name="plus" /> {t("experiment.addVariant")}
        </button>
        <button type="button" className="button" onClick={() => set(even(variants))}>
          {t("experiment.evenShares")}
        </button>
      </div>
    </fieldset>
  );
}
