import type { Comparison, Sensitivity } from "#shared/contract/experiment-results.ts";
import { primaryOf } from "../../charts/shape/experiment-effects.ts";
import { DataTable } from "../../components/data-table.tsx";
import { limitsText, pointsText } from "../../components/effect-text.ts";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

type Row = Pick<Sensitivity, "leftOut" | "difference" | "low" | "high"> & {
  name: string;
  note: string | null;
};

/** Whether the answer hangs on who is left out. */
export function SensitivityTable({ comparison }: { comparison: Comparison }) {
  const primary = primaryOf(comparison);
  const rows: Row[] = [
    ...(primary === undefined
      ? []
      : [{ ...primary, name: t("experiment.asRead"), note: null, leftOut: 0 }]),
    ...comparison.sensitivity.map((one) => ({
      ...one,
      name: t(`experiment.without.${one.without}`),
      note:
        one.leftOut === 0
          ? t("experiment.nobodyLeftOut")
          : one.kind === "bound"
            ? t("experiment.bound")
            : null,
      ...(one.leftOut === 0 ? { difference: null, low: null, high: null } : {}),
    })),
  ];
  return (
    <DataTable
      caption={t("experiment.sensitivity")}
      rows={rows}
      keyOf={({ name }) => name}
      columns={[
        {
          key: "name",
          header: t("experiment.read"),
          cell: ({ name, note }) => (
            <>
              {name}
              {note !== null && <span className="cell-basis is-wrapped">{note}</span>}
            </>
          ),
        },
        {
          key: "leftOut",
          header: t("experiment.leftOut"),
          isNumber: true,
          cell: ({ leftOut }) => (leftOut === null ? t("figure.hidden") : formatCount(leftOut)),
        },
        {
          key: "difference",
          header: t("experiment.difference"),
          isNumber: true,
          cell: ({ difference }) => pointsText(difference),
        },
        {
          key: "limits",
          header: t("chart.interval"),
          isNumber: true,
          cell: (row) => (row.low === null && row.high === null ? "–" : limitsText(row)),
        },
      ]}
    />
  );
}
