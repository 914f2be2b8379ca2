/** Effects as words: points with their sign, intervals with what bounds them. */
import { formatFixed, formatPoints } from "../format/numbers.ts";
import { t } from "../i18n/translate.ts";

interface Limits {
  low: number | null;
  high: number | null;
}

export function pointsText(effect: number | null): string {
  return effect === null ? "–" : formatPoints(effect);
}

export function limitsText({ low, high }: Limits): string {
  if (low === null && high === null) return t("verdict.unbounded");
  if (low === null) return t("verdict.atMost", { value: formatPoints(high ?? 0) });
  if (high === null) return t("verdict.atLeast", { value: formatPoints(low) });
  return t("figure.interval", { low: formatPoints(low), high: formatPoints(high) });
}

/** "p = 0.03", "p < 0.001" */
export function pText(p: number | null): string {
  const told = probabilityText(p);
  return `${t("verdict.p")} ${told.startsWith("<") ? told : `= ${told}`}`;
}

/** "< 0.001" is as small as it is told. */
export function probabilityText(p: number | null): string {
  if (p === null) return "–";
  return p < 0.001 ? `< ${formatFixed(0.001, 3)}` : formatFixed(p, p < 0.1 ? 3 : 2);
}
