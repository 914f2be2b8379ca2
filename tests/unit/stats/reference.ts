import { readFileSync } from "node:fs";

/** Reads and compares reference cases by the rule in tests/fixtures/reference/README.md. */
type Reference = number | string | null | Reference[] | { [key: string]: Reference };
type Tolerance = { rel: number; abs: number };
export type ReferenceCase<Input> = {
  name: string;
  input: Input;
  expected: Reference;
  tolerance: Tolerance;
};

export function readReference<File>(name: string): File {
  const file = new URL(`../../fixtures/reference/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as File;
}

export function readCases<Input>(method: string): ReferenceCase<Input>[] {
  return readReference<{ cases: ReferenceCase<Input>[] }>(method).cases;
}

/** What differs, one line each; none when the answer agrees. */
export function disagreements(
  got: unknown,
  want: Reference,
  tolerance: Tolerance,
  path = "answer",
): string[] {
  const differs = [`${path} is ${JSON.stringify(got)}, not ${JSON.stringify(want)}`];
  if (want === "Infinity") return got === Number.POSITIVE_INFINITY ? [] : differs;
  if (typeof want === "number") {
    const slack = tolerance.abs + tolerance.rel * Math.abs(want);
    return typeof got === "number" && Math.abs(got - want) <= slack ? [] : differs;
  }
  if (want === null || typeof want === "string") return got === want ? [] : differs;
  if (typeof got !== "object" || got === null) return differs;
  if (Array.isArray(want) && !(Array.isArray(got) && got.length === want.length)) return differs;
  const answer = new Map<string, unknown>(Object.entries(got));
  return Object.entries(want).flatMap(([key, value]) =>
    disagreements(answer.get(key), value, tolerance, `${path}.${key}`),
  );
}
