// Compares an answer with a reference value by the rule in tests/fixtures/reference/README.md.

export type Reference = number | string | boolean | null | Reference[] | ReferenceObject;
type ReferenceObject = { [key: string]: Reference };
export type Tolerance = { rel: number; abs: number };
export type Comparison = { misses: string[]; worst: number };

/**
 * What differs, one line each, by JSON pointer; and the worst relative error of the numbers that are
 * larger than the absolute tolerance.
 */
export function compare(
  got: unknown,
  want: Reference,
  tolerance: Tolerance,
  path = "",
): Comparison {
  const miss = { misses: [`${path || "/"}: got ${show(got)}, want ${show(want)}`], worst: 0 };
  const hit = { misses: [], worst: 0 };
  if (want === "Infinity") return got === Number.POSITIVE_INFINITY ? hit : miss;
  if (typeof want === "number") {
    if (typeof got !== "number" || !Number.isFinite(got)) return miss;
    const apart = Math.abs(got - want);
    const worst = Math.abs(want) <= tolerance.abs ? 0 : apart / Math.abs(want);
    const close = apart <= tolerance.abs + tolerance.rel * Math.abs(want);
    return { misses: close ? [] : miss.misses, worst };
  }
  if (want === null || typeof want !== "object") return got === want ? hit : miss;
  if (typeof got !== "object" || got === null) return miss;
  if (Array.isArray(want) && !(Array.isArray(got) && got.length === want.length)) return miss;
  const answer = new Map<string, unknown>(Object.entries(got));
  const parts = Object.entries(want).map(([key, value]) =>
    compare(answer.get(key), value, tolerance, `${path}/${key}`),
  );
  return {
    misses: parts.flatMap(({ misses }) => misses),
    worst: parts.reduce((worst, part) => Math.max(worst, part.worst), 0),
  };
}

/** The value that a JSON pointer names, undefined where there is none. */
export function valueAt(value: unknown, pointer: string): unknown {
  const keys = pointer.split("/").slice(1);
  return keys.reduce<unknown>(
    (inside, key) =>
      typeof inside === "object" && inside !== null
        ? new Map<string, unknown>(Object.entries(inside)).get(key)
        : undefined,
    value,
  );
}

function show(value: unknown): string {
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
}
