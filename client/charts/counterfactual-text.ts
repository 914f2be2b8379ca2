/** The cells of a week, for the tooltip and the table alike. */
import { formatShare } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";
import type { CounterfactualRow } from "./shape/counterfactual.ts";

/** What would have been is an estimate, however many stand behind it: one digit. */
const DIGITS_OF = 1000;

export function seenText({ isHidden, seen, n }: CounterfactualRow): string {
  if (isHidden) return t("figure.hidden");
  return seen === null ? t("figure.noData") : formatShare(seen, n ?? 0);
}

export function expectedText({ expected }: CounterfactualRow): string {
  return expected === null ? "–" : formatShare(expected, DIGITS_OF);
}

export function bandText({ band }: CounterfactualRow): string {
  if (band === null) return "–";
  const [low, high] = band;
  return t("figure.interval", {
    low: formatShare(low, DIGITS_OF),
    high: formatShare(high, DIGITS_OF),
  });
}
