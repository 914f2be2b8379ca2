/** A figure as text: its value, interval and n, or why there is none. Never a bare number. */
import type { Figure, Unit } from "#shared/contract/metric.ts";
import { formatFigure } from "../format/figures.ts";
import { formatCount, formatSigned } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import { casesLabel } from "./labels.ts";

interface Props {
  figure: Figure;
  unit: Unit;
  /** A change, which is written with its sign. */
  isSigned?: boolean;
}

export function valueText({ figure, unit, isSigned = false }: Props): string {
  if (figure.suppressed) return t("figure.hidden");
  if (figure.value === null) {
    return figure.missing !== undefined && figure.n > 0
      ? t("weights.noFigure")
      : t("figure.noData");
  }
  return isSigned
    ? formatSigned(figure.value)
    : formatFigure(figure.value, unit, carriedBy(figure));
}

/** How many cases the digits of a figure stand on: of a weighted one, fewer than it has. */
function carriedBy({ n, effectiveN }: Exclude<Figure, { suppressed: true }>): number {
  return effectiveN ?? n;
}

/** "n = 812", and what it is worth where it is weighted. */
export function casesText(figure: Figure): string | null {
  if (figure.suppressed) return null;
  const cases = t("n.cases", { count: formatCount(figure.n) });
  const effective = effectiveText(figure);
  return effective === null ? cases : `${cases} · ${effective}`;
}

/** The same beside a value: a count of those cases says it by itself. */
export function casesBeside({ figure, unit }: Props): string | null {
  if (unit === "count" && !figure.suppressed && figure.value === figure.n) return null;
  return casesText(figure);
}

export function effectiveText(figure: Figure): string | null {
  if (figure.suppressed || typeof figure.effectiveN !== "number") return null;
  return t("weights.effective", { count: formatCount(Math.floor(figure.effectiveN)) });
}

/** Whether there is a value that may be shown. */
export function isKnown(figure: Figure): boolean {
  return !figure.suppressed && figure.value !== null;
}

export function intervalText({ figure, unit }: Props): string | null {
  if (figure.suppressed || figure.value === null) return null;
  if (figure.low === null || figure.high === null) return null;
  return t("figure.interval", {
    low: formatFigure(figure.low, unit, carriedBy(figure)),
    high: formatFigure(figure.high, unit, carriedBy(figure)),
  });
}

export function EstimateValue({ figure, unit, k, isSigned = false }: Props & { k: number }) {
  return (
    <span className={isKnown(figure) ? "estimate-value" : "estimate-value is-missing"}>
      {valueText({ figure, unit, isSigned })}
      {figure.suppressed && (
        <span className="sr-only"> ({t("figure.hiddenLong", { k: formatCount(k) })})</span>
      )}
    </span>
  );
}

/** Interval and n, as the small print under a big number. */
export function EstimateBasis({ figure, unit, metric, k }: Props & { metric: string; k: number }) {
  if (figure.suppressed) {
    return <span className="basis">{t("figure.hiddenLong", { k: formatCount(k) })}</span>;
  }
  if (unit === "count" && figure.value === null) return null;
  const interval = intervalText({ figure, unit });
  const basis = unit === "count" ? t("figure.fullCount") : casesLabel(metric, figure.n);
  const parts = [interval, basis, effectiveText(figure)].filter((part) => part !== null);
  return <span className="basis">{parts.join(" · ")}</span>;
}
