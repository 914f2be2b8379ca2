/** A figure now against before: the difference, its interval, and whether that is good. */
import type { Figure, Unit } from "#shared/contract/metric.ts";
import type { Difference, Trend } from "#shared/contract/overview.ts";

export interface Comparison {
  value: number;
  /** Null for full counts, which have no interval, and where an interval is missing. */
  interval: Pick<Difference, "low" | "high"> | null;
  isFullCount: boolean;
}

/** The interval comes from those of both figures (Newcombe 1998, method 10; MOVER for other estimates). */
export function differenceOf(now: Figure, before: Figure, unit: Unit): Comparison | null {
  if (now.suppressed || before.suppressed) return null;
  if (now.value === null || before.value === null) return null;
  const value = now.value - before.value;
  const isFullCount = unit === "count";
  const hasBoth =
    now.low !== null && now.high !== null && before.low !== null && before.high !== null;
  if (!hasBoth || isFullCount) return { value, interval: null, isFullCount };
  const down = Math.hypot(now.value - (now.low ?? 0), (before.high ?? 0) - before.value);
  const up = Math.hypot((now.high ?? 0) - now.value, before.value - (before.low ?? 0));
  return { value, interval: { low: value - down, high: value + up }, isFullCount };
}

export function trendOf(comparison: Comparison | null, better: "up" | "down"): Trend {
  if (comparison === null) return "unknown";
  const { value, interval, isFullCount } = comparison;
  if (interval === null && !isFullCount) return "unknown";
  const low = interval?.low ?? value;
  const high = interval?.high ?? value;
  if (low <= 0 && high >= 0) return "unclear";
  return low > 0 === (better === "up") ? "better" : "worse";
}
