import type { SampleRatioDriver } from "#shared/contract/experiment-results.ts";
import { DataTable } from "../../components/data-table.tsx";
import { probabilityText } from "../../components/effect-text.ts";
import { dimensionLabel, valueLabel } from "../../components/labels.ts";
import { formatDate } from "../../format/dates.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** Where a broken ratio comes from, the likeliest first. */
export function Drivers({ drivers }: { drivers: readonly SampleRatioDriver[] }) {
  const variants = drivers[0]?.arms.map(({ variant }) => variant) ?? [];
  return (
    <div className="drivers">
      <h3>{t("experiment.drivers")}</h3>
      <p className="prose">{t("experiment.driversText")}</p>
      {drivers.length === 0 ? (
        <p className="muted">{t("experiment.driversNone")}</p>
      ) : (
        <DataTable
          caption={t("experiment.drivers")}
          rows={drivers}
          keyOf={({ dimension, value }) => `${dimension} ${value}`}
          columns={[
            {
              key: "where",
              header: t("experiment.where"),
              cell: ({ dimension, value }) =>
                dimension === "day"
                  ? formatDate(value)
                  : `${dimensionLabel(dimension)}: ${valueLabel(dimension, value)}`,
            },
            ...variants.map((variant, index) => ({
              key: variant,
              header: variant,
              isNumber: true,
              cell: ({ arms }: SampleRatioDriver) => (
                <>
                  {formatCount(arms[index]?.people ?? 0)}
                  <span className="cell-basis">
                    {t("experiment.expected", { count: formatCount(arms[index]?.expected ?? 0) })}
                  </span>
                </>
              ),
            })),
            {
              key: "p",
              header: t("verdict.p"),
              isNumber: true,
              cell: ({ p }) => probabilityText(p),
            },
          ]}
        />
      )}
    </div>
  );
}
