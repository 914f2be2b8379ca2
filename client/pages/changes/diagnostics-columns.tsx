/** The columns of the statistician's table: one for each thing that a design may have. */
import type { OutcomeDiagnostics, VerdictAnswer } from "#shared/contract/verdict.ts";
import type { Column } from "../../components/data-table.tsx";
import { limitsText, probabilityText } from "../../components/effect-text.ts";
import { metricLabel } from "../../components/labels.ts";
import { formatRange } from "../../format/dates.ts";
import { formatFixed, formatPoints } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** Only a column that some outcome has is shown. */
interface Diagnosed extends Column<OutcomeDiagnostics> {
  isKnown: (row: OutcomeDiagnostics) => boolean;
}

export function columnsOf({ outcomes }: VerdictAnswer): Diagnosed[] {
  const number = (
    key: string,
    header: string,
    figureOf: (row: OutcomeDiagnostics) => number | null,
    text: (value: number) => string,
  ): Diagnosed => ({
    key,
    header,
    isNumber: true,
    isKnown: (row) => figureOf(row) !== null,
    cell: (row) => {
      const value = figureOf(row);
      return value === null ? "–" : text(value);
    },
  });
  const effectOf = ({ metric }: OutcomeDiagnostics) =>
    outcomes.find((outcome) => outcome.metric === metric);
  return [
    {
      key: "metric",
      header: t("verdict.outcome"),
      isKnown: () => true,
      cell: ({ metric }) => metricLabel(metric),
    },
    {
      key: "weeks",
      header: t("verdict.diag.weeks"),
      isNumber: true,
      isKnown: () => true,
      cell: ({ weeksBefore, weeksAfter }) => `${weeksBefore}, ${weeksAfter}`,
    },
    {
      key: "interval90",
      header: t("verdict.diag.interval90"),
      isNumber: true,
      isKnown: (row) => (effectOf(row)?.effect ?? null) !== null,
      cell: (row) => {
        const { low90 = null, high90 = null } = effectOf(row) ?? {};
        return limitsText({ low: low90, high: high90 });
      },
    },
    number("p", t("verdict.p"), (row) => effectOf(row)?.p ?? null, probabilityText),
    number(
      "df",
      t("verdict.diag.df"),
      (row) => row.degreesOfFreedom,
      (value) => formatFixed(value, 1),
    ),
    number(
      "rho",
      t("verdict.diag.rho"),
      (row) => row.autocorrelation,
      (value) => formatFixed(value, 2),
    ),
    {
      key: "season",
      header: t("verdict.diag.season"),
      isKnown: ({ season }) => season !== null,
      cell: ({ season }) =>
        season === null ? "–" : t(season ? "verdict.diag.yes" : "verdict.diag.no"),
    },
    {
      key: "placebo",
      header: t("verdict.diag.placebo"),
      isNumber: true,
      isKnown: ({ placeboDates }) => (placeboDates?.tried ?? 0) > 0,
      cell: ({ placeboDates }) =>
        placeboDates === null || placeboDates.tried === 0
          ? "–"
          : t("verdict.diag.placeboValue", { ...placeboDates }),
    },
    {
      key: "widened",
      header: t("verdict.diag.widened"),
      isNumber: true,
      isKnown: ({ widenedBy }) => widenedBy !== 1,
      cell: ({ widenedBy }) => `× ${formatFixed(widenedBy, 2)}`,
    },
    number("nw", t("verdict.diag.neweyWest"), (row) => row.neweyWestP, probabilityText),
    {
      key: "leads",
      header: t("verdict.diag.leads"),
      isKnown: ({ leads }) => leads.length > 0,
      cell: ({ leads }) => (
        <ul>
          {leads.map(({ from, to, effect, p }) => (
            <li key={from}>
              {t("verdict.diag.lead", {
                range: formatRange(from, to),
                effect: effect === null ? "–" : formatPoints(effect),
                p: probabilityText(p),
              })}
            </li>
          ))}
        </ul>
      ),
    },
  ];
}
