import type { Difference, Figure, Trend, Unit } from "#shared/contract/metric.ts";
import { t } from "../i18n/translate.ts";
import { isKnown, valueText } from "./estimate.tsx";
import { differenceText, directionOf, TrendBadge } from "./trend.tsx";

interface Props {
  now: Figure;
  before: Figure;
  difference: Difference | null;
  trend: Trend;
  unit: Unit;
  isSigned?: boolean;
}

/** How a figure stands against the period before; nothing where there is no figure that could stand. */
export function Against({ now, before, difference, trend, unit, isSigned = false }: Props) {
  if (!isKnown(now)) return null;
  return (
    <>
      <TrendBadge trend={trend} direction={directionOf(difference?.value ?? null)} />
      {difference !== null && isKnown(before) && (
        <p className="basis">
          {differenceText(difference, unit)}
          {` · ${t("trend.before", { value: valueText({ figure: before, unit, isSigned }) })}`}
        </p>
      )}
    </>
  );
}
