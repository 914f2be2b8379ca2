/** Differences between variants as words: points of shares, factors of ratios. */
import type { OutcomeComparison } from "#shared/contract/experiment-results.ts";
import { limitsText, pointsText } from "../components/effect-text.ts";
import { formatFixed } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";

type Told = Pick<OutcomeComparison, "unit" | "difference" | "low" | "high">;

/** "+7.1", or "× 1.12" of what is compared as a ratio. */
export function differenceText({ unit, difference }: Told): string {
  if (unit === "share" || difference === null) return pointsText(difference);
  return factorText(difference);
}

export function rangeText({ unit, low, high }: Pick<Told, "unit" | "low" | "high">): string {
  if (unit === "share" || low === null || high === null) return limitsText({ low, high });
  return t("figure.interval", { low: factorText(low), high: factorText(high) });
}

function factorText(logarithm: number): string {
  return `× ${formatFixed(Math.exp(logarithm), 2)}`;
}
