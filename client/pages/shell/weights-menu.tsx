import { Icon } from "../../components/icon.tsx";
import { SelectField } from "../../components/select-field.tsx";
import { t } from "../../i18n/translate.ts";
import { usePopulations } from "../../queries/populations.ts";

const NOBODY = "";

interface Props {
  weights: string | null;
  onChange: (weights: string | null) => void;
}

/** Offered where there is a population, and where a link names one that is gone. */
export function WeightsMenu({ weights, onChange }: Props) {
  const populations = usePopulations().data?.populations ?? [];
  const named = populations.map(({ name, title }) => ({
    value: name,
    label: title === "" ? name : title,
  }));
  const isGone = weights !== null && !named.some(({ value }) => value === weights);
  const options = [
    { value: NOBODY, label: t("filter.weights.none") },
    ...named,
    ...(isGone ? [{ value: weights, label: weights }] : []),
  ];
  if (options.length === 1) return null;
  return (
    <SelectField
      label={t("filter.weights")}
      value={weights ?? NOBODY}
      options={options}
      onChange={(name) => onChange(name === NOBODY ? null : name)}
    />
  );
}

/** A population that is named but does nothing here is never passed over in silence. */
export function WeightsNotice({
  weights,
  isOffered,
}: {
  weights: string | null;
  isOffered: boolean;
}) {
  const populations = usePopulations().data?.populations;
  if (weights === null || populations === undefined) return null;
  const isThere = populations.some(({ name }) => name === weights);
  if (isThere && isOffered) return null;
  return (
    <p className="inline-note" role="status">
      <Icon name="alert" />{" "}
      {isThere ? t("weights.notOverview") : t("weights.gone", { name: weights })}
    </p>
  );
}
