import type { MetricAnswer } from "#shared/contract/metric.ts";
import { totalOf } from "../../charts/metric-tile.tsx";
import { DataTable } from "../../components/data-table.tsx";
import { intervalText, valueText } from "../../components/estimate.tsx";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

interface Props {
  title: string;
  answer: MetricAnswer;
  print: (value: number) => string;
}

interface Row {
  label: string;
  median: string;
  n: string;
}

/** The same as the bars: both medians with the people timed, and their ratio with its interval. */
export function EffortTable({ title, answer, print }: Props) {
  const figure = totalOf(answer);
  const medianText = (value: number | null | undefined): string => {
    if (figure.suppressed) return t("figure.hidden");
    return value === null || value === undefined ? t("figure.noData") : print(value);
  };
  const known = figure.suppressed ? null : figure;
  const countText = (n: number | undefined) => (n === undefined ? "–" : formatCount(n));
  const interval = intervalText({ figure, unit: "ratio" });
  const ratio = valueText({ figure, unit: "ratio" });
  const rows: Row[] = [
    {
      label: t("withdrawals.effortOut"),
      median: medianText(known?.medianOut),
      n: countText(known?.n),
    },
    {
      label: t("withdrawals.effortIn"),
      median: medianText(known?.medianIn),
      n: countText(known?.count),
    },
    {
      label: t("withdrawals.effortRatio"),
      median: interval === null ? ratio : `${ratio} (${interval})`,
      n: "",
    },
  ];
  return (
    <DataTable
      caption={`${t("withdrawals.effort")}: ${title}`}
      rows={rows}
      keyOf={({ label }) => label}
      columns={[
        { key: "label", header: title, cell: ({ label }) => label },
        {
          key: "median",
          header: t("withdrawals.effortMedian"),
          isNumber: true,
          cell: ({ median }) => median,
        },
        { key: "n", header: t("chart.n"), isNumber: true, cell: ({ n }) => n },
      ]}
    />
  );
}
