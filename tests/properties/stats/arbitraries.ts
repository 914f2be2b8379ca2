import fc from "fast-check";

/** In steps of 0.001: between neighbouring doubles rounding decides which limit is wider. */
export const confidence = fc.integer({ min: 500, max: 999 }).map((level) => level / 1000);

export const twoConfidences = fc
  .tuple(confidence, confidence)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** Counts of people, the empty group and the ends among them. */
export function counts(most: number) {
  return fc
    .integer({ min: 0, max: most })
    .chain((trials) =>
      fc.integer({ min: 0, max: trials }).map((successes) => ({ successes, trials })),
    );
}

type Limits = { low: number | null; high: number | null };

/** The rounding that two ways to the same number may differ by. */
const SLACK = 1e-9;

export function contains(value: number | null, { low, high }: Limits): boolean {
  if (value === null || low === null || high === null) return low === null && high === null;
  const slack = SLACK * Math.max(1, Math.abs(value));
  return low <= value + slack && value <= high + slack;
}

export function isWithin(narrow: Limits, wide: Limits): boolean {
  if (narrow.low === null || narrow.high === null) return wide.low === null && wide.high === null;
  return contains(narrow.low, wide) && contains(narrow.high, wide);
}

/** The same numbers, to rounding; null only for null. */
export function same(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number") {
    return a === b || Math.abs(a - b) <= SLACK * Math.max(1, Math.abs(a), Math.abs(b));
  }
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [left, right] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return left.length === right.size && left.every(([key, value]) => same(value, right.get(key)));
}

/** Every number in an answer is one: not NaN, and infinite only where that is allowed. */
export function isSound(answer: unknown): boolean {
  if (typeof answer === "number") return Number.isFinite(answer);
  if (typeof answer !== "object" || answer === null) return answer !== undefined;
  return Object.values(answer).every(isSound);
}
