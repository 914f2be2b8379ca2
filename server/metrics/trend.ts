/** Now against before: the difference, and whether it leaves zero. */
import type { Difference, Figure, Trend, Unit } from "#shared/contract/metric.ts";
import { difference } from "../stats/difference.ts";

/** Null where either figure is hidden or missing; the interval is null where either has none. */
export function differenceOf(now: Figure, before: Figure): Difference | null {
  if (now.suppressed || before.suppressed) return null;
  if (now.value === null || before.value === null) return null;
  const estimated = difference(
    { ...now, estimate: now.value },
    { ...before, estimate: before.value },
  );
  return estimated ?? { value: now.value - before.value, low: null, high: null };
}

/** Full counts have no interval and need none: any change is a change. */
export function trendOf(
  change: Difference | null,
  better: "up" | "down" | "none",
  unit: Unit,
): Trend {
  if (change === null || better === "none") return "unknown";
  const exact = unit === "count";
  const low = change.low ?? (exact ? change.value : null);
  const high = change.high ?? (exact ? change.value : null);
  if (low === null || high === null) return "unknown";
  if (low <= 0 && high >= 0) return "unclear";
  return low > 0 === (better === "up") ? "better" : "worse";
}
