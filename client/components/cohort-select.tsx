import { t } from "../i18n/translate.ts";
import { dimensionLabel } from "./labels.ts";
import { SelectField } from "./select-field.tsx";

interface Props<Cohort extends string> {
  cohort: Cohort;
  cohorts: readonly Cohort[];
  onChange: (cohort: Cohort) => void;
}

export function CohortSelect<Cohort extends string>(props: Props<Cohort>) {
  const { cohort, cohorts, onChange } = props;
  const offered = cohorts.includes(cohort) ? cohorts : [...cohorts, cohort];
  return (
    <SelectField
      label={t("optIn.cohort")}
      value={cohort}
      options={offered.map((value) => ({ value, label: dimensionLabel(value) }))}
      onChange={onChange}
    />
  );
}
