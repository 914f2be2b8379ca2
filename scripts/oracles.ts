// `npm run oracles`: every reference case in a folder (ORACLES_DIR, else those of the tests) through the
// project's own statistics. Prints per method its cases and the worst relative error, names every miss.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ADAPTERS } from "./oracle-adapters.ts";
import { compare, type Reference, type Tolerance, valueAt } from "./oracle-compare.ts";

type Case = { name: string; input: unknown; expected: Reference; tolerance: Tolerance };
type Claim = {
  id: string;
  oracle: string;
  case: string;
  path: string;
  value: number;
  decimals: number;
  reduce?: string;
};
type OracleFile = { method?: unknown; cases?: Case[]; claims?: Claim[] };

export type MethodResult = { cases: number; passed: number; worst: number; misses: string[] };

export const REFERENCE_CASES = join(import.meta.dirname, "../tests/fixtures/reference");

if (import.meta.main) {
  const results = runOracles(process.env.ORACLES_DIR || REFERENCE_CASES);
  process.exitCode = report(results) ? 0 : 1;
}

/** By method, in the order of the files' names; a file that can't be run is a miss of its own. */
export function runOracles(folder: string): Map<string, MethodResult> {
  const results = new Map<string, MethodResult>();
  const files = listed(folder, results);
  for (const [name, file] of files) runFile(name, file, files, results);
  const total = [...results.values()].reduce((sum, { cases }) => sum + cases, 0);
  if (total === 0) resultOf(results, folder).misses.push("no case to run");
  return results;
}

function listed(folder: string, results: Map<string, MethodResult>): Map<string, OracleFile> {
  const files = new Map<string, OracleFile>();
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
    for (const name of names.sort()) {
      try {
        const file = JSON.parse(readFileSync(join(folder, name), "utf8")) as OracleFile | null;
        // Other files of numbers may lie beside: an oracle says which method it is of.
        if (typeof file?.method === "string") files.set(name, file);
      } catch (error) {
        resultOf(results, name).misses.push(`can't be read: ${String(error)}`);
      }
    }
  } catch (error) {
    resultOf(results, folder).misses.push(`can't be read: ${String(error)}`);
  }
  return files;
}

function runFile(
  name: string,
  file: OracleFile,
  files: Map<string, OracleFile>,
  results: Map<string, MethodResult>,
): void {
  const method = String(file.method);
  const result = resultOf(results, method);
  const { claims, cases = claims && [] } = file;
  if (!Array.isArray(cases)) {
    result.misses.push(`${name}: no list of cases`);
    return;
  }
  const adapter = ADAPTERS.get(method);
  if (!adapter && !claims) result.misses.push(`${name}: unknown method ${method}`);
  for (const one of adapter ? cases : []) {
    count(result, one.name, () => compare(adapter?.(one.input), one.expected, one.tolerance));
  }
  for (const claim of claims ?? []) {
    count(result, claim.id, () => checkClaim(claim, [...files.values()]));
  }
}

function count(
  result: MethodResult,
  name: string,
  check: () => { misses: string[]; worst: number },
): void {
  result.cases += 1;
  try {
    const { misses, worst } = check();
    result.worst = Math.max(result.worst, worst);
    if (misses.length === 0) result.passed += 1;
    else result.misses.push(...misses.map((miss) => `${name}: ${miss}`));
  } catch (error) {
    result.misses.push(`${name}: ${String(error)}`);
  }
}

/** A published number against our own answer to the case that it names, to the decimals printed. */
function checkClaim(claim: Claim, files: OracleFile[]): { misses: string[]; worst: number } {
  const named = files
    .filter(({ method }) => method === claim.oracle)
    .flatMap(({ cases }) => cases ?? [])
    .find(({ name }) => name === claim.case);
  const adapter = ADAPTERS.get(claim.oracle);
  if (!named || !adapter) return { misses: [`no case ${claim.oracle}: ${claim.case}`], worst: 0 };
  const found = valueAt(adapter(named.input), claim.path);
  const limit = /^count<=(?<limit>.+)$/.exec(claim.reduce ?? "")?.groups?.limit;
  const got =
    limit !== undefined && Array.isArray(found)
      ? found.filter((p) => typeof p === "number" && p <= Number(limit)).length
      : found;
  // Half a unit of the last decimal, and what a half that is no double may miss.
  const abs = 0.5 * 10 ** -claim.decimals * (1 + 1e-9);
  const { misses } = compare(got, claim.value, { rel: 0, abs }, claim.path);
  // How coarsely it was printed is no error of ours.
  return { misses, worst: 0 };
}

function resultOf(results: Map<string, MethodResult>, method: string): MethodResult {
  const result = results.get(method) ?? { cases: 0, passed: 0, worst: 0, misses: [] };
  results.set(method, result);
  return result;
}

/** Prints the results, and says whether all is well. */
function report(results: Map<string, MethodResult>): boolean {
  const all = [...results];
  const misses = all.flatMap(([method, result]) =>
    result.misses.map((miss) => `${method}: ${miss}`),
  );
  for (const miss of misses) console.error(`MISS ${miss}`);
  const row = (name: string, { cases, passed, worst }: MethodResult) =>
    console.log(
      `${name.padEnd(22)} ${String(cases).padStart(6)} cases ${String(passed).padStart(6)} passed   worst relative error ${worst.toExponential(1)}`,
    );
  for (const [method, result] of all) row(method, result);
  const sum = (of: (result: MethodResult) => number) =>
    all.reduce((total, [, result]) => total + of(result), 0);
  const worst = Math.max(0, ...all.map(([, result]) => result.worst));
  row("total", { cases: sum((r) => r.cases), passed: sum((r) => r.passed), worst, misses: [] });
  return misses.length === 0;
}
