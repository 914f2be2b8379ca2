import type { PlanAnswer, PlanOutcome } from "#shared/contract/experiment.ts";
import { DataTable } from "../../components/data-table.tsx";
import { formatDate } from "../../format/dates.ts";
import { formatCount, formatShare } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

/** As exact as a thousand cases would be. */
const DIGITS_OF = 1000;

/** What each outcome takes by itself, and what the numbers rest on. */
export function PlanTable({ answer }: { answer: PlanAnswer }) {
  const { outcomes, traffic } = answer;
  const count = (name: "subjects" | "days") => ({
    key: name,
    header: t(`experiment.plan.${name}`),
    isNumber: true,
    cell: (one: PlanOutcome) => {
      const value = one[name];
      return value === null ? "–" : formatCount(value);
    },
  });
  return (
    <>
      <DataTable
        caption={t("experiment.plan")}
        rows={outcomes}
        keyOf={({ outcome }) => outcome}
        columns={[
          {
            key: "outcome",
            header: t("verdict.outcome"),
            cell: ({ outcome, baseline, missing }) => (
              <>
                {t(`experiment.outcome.${outcome}`)}
                <span className="cell-basis is-wrapped">
                  {missing ??
                    (baseline !== null &&
                      t("experiment.now", { value: formatShare(baseline, DIGITS_OF) }))}
                </span>
              </>
            ),
          },
          count("subjects"),
          count("days"),
        ]}
      />
      {traffic.from !== null && traffic.to !== null && (
        <p className="basis">
          {t("experiment.trafficBasis", {
            count: formatCount(traffic.enrolledPerDay),
            from: formatDate(traffic.from),
            to: formatDate(traffic.to),
          })}
        </p>
      )}
    </>
  );
}
