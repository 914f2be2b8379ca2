/** One figure of the API as text, by its unit. */
import type { Unit } from "#shared/contract/metric.ts";
import {
  digitsOfStep,
  formatAxisShare,
  formatCount,
  formatFixed,
  formatPoints,
  formatRate,
  formatRatio,
  formatScore,
  formatShare,
  formatSigned,
  rateDigits,
} from "./numbers.ts";

export function formatFigure(value: number, unit: Unit, n: number): string {
  if (unit === "share") return formatShare(value, n);
  if (unit === "count") return formatCount(value);
  if (unit === "score") return formatScore(value);
  return unit === "ratio" ? formatRatio(value) : formatRate(value);
}

/** As exact as it was given: what others published is not rounded. */
export function formatExact(value: number, unit: Unit): string {
  if (unit === "share") return formatAxisShare(value, value);
  return unit === "count" ? formatCount(value) : formatFixed(value, digitsOfStep(value));
}

/** Signed; of shares in percentage points. */
export function formatDifference(value: number, unit: Unit): string {
  if (unit === "share") return formatPoints(value);
  if (unit === "count") return formatSigned(value);
  const digits = { score: 1, ratio: 2, per_1000_consent_days: rateDigits(value) }[unit];
  return formatSigned(value, digits);
}
