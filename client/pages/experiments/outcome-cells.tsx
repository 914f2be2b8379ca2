import type { OutcomeComparison } from "#shared/contract/experiment-results.ts";
import type { Figure } from "#shared/contract/metric.ts";
import { valueText } from "../../components/estimate.tsx";
import { formatCount } from "../../format/numbers.ts";
import { t } from "../../i18n/translate.ts";

type Sides = Pick<OutcomeComparison, "control" | "variant"> & Partial<OutcomeComparison>;

/** The figures that a difference is of, with their n: control, then variant. */
export function FromTo({ one }: { one: Sides }) {
  const unit = one.unit === "log_ratio" ? "ratio" : "share";
  const sides = [one.control, one.variant];
  const cases = sides.map(casesOf);
  return (
    <>
      {sides.map((figure) => valueText({ figure, unit })).join(" → ")}
      {cases.some((n) => n !== null) && (
        <span className="cell-basis">
          {t("n.cases", { count: cases.map((n) => n ?? "–").join(" → ") })}
        </span>
      )}
    </>
  );
}

function casesOf(figure: Figure): string | null {
  return figure.suppressed ? null : formatCount(figure.n);
}
