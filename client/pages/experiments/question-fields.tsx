import { guardrailOutcomes, primaryOutcomes } from "#shared/experiments.ts";
import { UNKNOWN } from "#shared/vocabulary.ts";
import { Field } from "../../components/field.tsx";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import { formatPointsSize } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";
import { useDimensions } from "../../queries/dimensions.ts";
import { useSettings } from "../../queries/settings.ts";
import type { FieldsProps } from "./about-fields.tsx";
import { CheckList } from "./check-list.tsx";
import { TextField } from "./text-field.tsx";

/** What is asked, of whom, and what would matter. */
export function QuestionFields({ draft, problems, isFixed, onChange }: FieldsProps) {
  const dimensions = useDimensions().data?.dimensions ?? [];
  const setting = useSettings().data?.smallestEffect;
  const known = (name: string, chosen: readonly string[]) => {
    const seen = dimensions.find((one) => one.name === name)?.values ?? [];
    const values = [...new Set([...seen.map(({ value }) => value), ...chosen])];
    return values.filter((value) => value !== UNKNOWN);
  };
  return (
    <div className="form">
      <Field label={t("experiment.field.primary")} error={problems.primary ?? null}>
        {(props) => (
          <select
            {...props}
            disabled={isFixed}
            value={draft.primary}
            onChange={({ target }) =>
              onChange({
                primary: primaryOutcomes.find((one) => one === target.value) ?? draft.primary,
              })
            }
          >
            {primaryOutcomes.map((one) => (
              <option key={one} value={one}>
                {t(`experiment.outcome.${one}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <CheckList
        legend={t("experiment.field.guardrails")}
        hint={t("experiment.field.guardrailsHint")}
        values={guardrailOutcomes}
        chosen={draft.guardrails}
        labelOf={(one) => t(`experiment.outcome.${one}`)}
        isDisabled={isFixed}
        onChange={(guardrails) => onChange({ guardrails })}
      />
      <div className="date-pair">
        <TextField
          label={t("experiment.field.smallestEffect")}
          hint={t("experiment.field.smallestEffectHint", {
            points: setting === undefined ? "–" : formatPointsSize(setting),
          })}
          error={problems.smallestEffect}
          value={draft.smallestEffect}
          maxLength={8}
          isNumber
          isDisabled={isFixed}
          onChange={(smallestEffect) => onChange({ smallestEffect })}
        />
        <TextField
          label={t("experiment.field.plannedSubjects")}
          hint={t("experiment.field.plannedSubjectsHint")}
          error={problems.plannedSubjects}
          value={draft.plannedSubjects}
          maxLength={10}
          isNumber
          isDisabled={isFixed}
          onChange={(plannedSubjects) => onChange({ plannedSubjects })}
        />
      </div>
      {(
        [
          ["purpose", "purposes"],
          ["channel", "channels"],
        ] as const
      ).map(([dimension, list]) => (
        <CheckList
          key={list}
          legend={dimensionLabel(dimension)}
          hint={t("experiment.nothingMeansAll")}
          values={known(dimension, draft[list])}
          chosen={draft[list]}
          labelOf={(value) => valueLabel(dimension, value)}
          isDisabled={isFixed}
          onChange={(chosen) => onChange({ [list]: chosen })}
        />
      ))}
      <TextField
        label={t("experiment.field.audience")}
        hint={t("experiment.field.audienceHint")}
        error={problems.audience}
        value={draft.audience}
        maxLength={500}
        onChange={(audience) => onChange({ audience })}
      />
    </div>
  );
}
