import { restatementNames } from "#shared/restatements.ts";
import { systemLabel } from "../../components/labels.ts";
import { SelectField } from "../../components/select-field.tsx";
import { t } from "../../i18n/translate.ts";

export const systems = ["candor", ...restatementNames] as const;
type System = (typeof systems)[number];

interface Props {
  system: System;
  onChange: (system: System) => void;
}

/** In whose way the opt-in rate is counted. */
export function SystemSelect({ system, onChange }: Props) {
  return (
    <SelectField
      label={t("optIn.system")}
      value={system}
      options={systems.map((value) => ({
        value,
        label: systemLabel(value === "candor" ? null : value),
      }))}
      onChange={onChange}
    />
  );
}
