/** Now against before: whether the interval of the difference leaves zero, and to which side. */
import type { Figure } from "#shared/contract/metric.ts";
import type { Difference, Trend } from "#shared/contract/overview.ts";
import { difference } from "../stats/difference.ts";

/** Null where either figure is hidden, missing, or has no interval. */
export function differenceOf(now: Figure, before: Figure): Difference | null {
  if (now.suppressed || before.suppressed) return null;
  return difference({ ...now, estimate: now.value }, { ...before, estimate: before.value });
}

/** `unclear` where the interval holds zero, `unknown` where there is none. */
export function trendOf(change: Difference | null, better: "up" | "down"): Trend {
  if (change === null) return "unknown";
  if (change.low <= 0 && change.high >= 0) return "unclear";
  return change.low > 0 === (better === "up") ? "better" : "worse";
}
