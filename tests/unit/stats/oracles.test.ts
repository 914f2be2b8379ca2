import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ADAPTERS } from "../../../scripts/oracle-adapters.ts";
import { compare, type Reference } from "../../../scripts/oracle-compare.ts";
import { REFERENCE_CASES, runOracles } from "../../../scripts/oracles.ts";

const results = runOracles(REFERENCE_CASES);

describe("the reference cases", () => {
  it.each([...ADAPTERS.keys(), "published"])("agree with ours: %s", (method) => {
    const result = results.get(method);
    expect(result?.misses).toEqual([]);
    expect(result?.passed).toBeGreaterThan(0);
    expect(result?.passed).toBe(result?.cases);
  });

  it("are of no other method", () => {
    expect([...results.keys()].sort()).toEqual([...ADAPTERS.keys(), "published"].sort());
  });
});

describe("the comparison", () => {
  const tolerance = { rel: 1e-9, abs: 1e-12 };
  const misses = (got: unknown, want: Reference) => compare(got, want, tolerance).misses;

  it.each<[unknown, Reference]>([
    [1 + 1e-10, 1],
    [1e-13, 0],
    [null, null],
    [Number.POSITIVE_INFINITY, "Infinity"],
    [{ a: [1, { b: null }], more: 2 }, { a: [1, { b: null }] }],
    [[], []],
  ])("takes %j for %j", (got, want) => {
    expect(misses(got, want)).toEqual([]);
  });

  it.each<[unknown, Reference]>([
    [1 + 1e-8, 1],
    [Number.NaN, 1],
    [Number.NaN, null],
    [0, null],
    [undefined, null],
    [Number.NEGATIVE_INFINITY, "Infinity"],
    ["Infinity", "Infinity"],
    [Number.POSITIVE_INFINITY, 1],
    [{}, { a: null }],
    [
      [1, 2, 3],
      [1, 2],
    ],
    [{ 0: 1 }, [1]],
    [null, { a: 1 }],
    ["1", 1],
  ])("does not take %j for %j", (got, want) => {
    expect(misses(got, want)).toHaveLength(1);
  });

  it("names the place", () => {
    expect(misses({ a: [1, 2] }, { a: [1, 3] })).toEqual(["/a/1: got 2, want 3"]);
  });
});

describe("npm run oracles", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "oracles-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const wilson = (estimate: number) => ({
    method: "wilson",
    cases: [
      {
        name: "half",
        input: { successes: 1, trials: 2, confidence: 0.95 },
        expected: { estimate },
        tolerance: { rel: 1e-9, abs: 1e-12 },
      },
    ],
  });

  function run(files: Record<string, unknown>) {
    for (const [name, content] of Object.entries(files)) {
      const text = typeof content === "string" ? content : JSON.stringify(content);
      writeFileSync(join(folder, name), text);
    }
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/oracles.ts"], {
      env: { ...process.env, ORACLES_DIR: folder },
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  }

  it("is content with cases that agree, whatever their file is called", () => {
    const { status, stdout } = run({ "any.json": wilson(0.5), "more.json": wilson(0.5) });
    expect(stdout).toMatch(/wilson +2 cases +2 passed/);
    expect(status).toBe(0);
  });

  it("takes published claims in a file without cases, and passes over other JSON", () => {
    const claim = { id: "half", oracle: "wilson", case: "half", path: "/estimate", value: 0.5 };
    const claims = { method: "published", claims: [{ ...claim, decimals: 1 }] };
    const { status, stdout } = run({ "a.json": wilson(0.5), "b.json": claims, "c.json": "null" });
    expect(stdout).toMatch(/published +1 cases +1 passed/);
    expect(status).toBe(0);
  });

  it.each<[string, Record<string, unknown>, RegExp]>([
    ["a miss", { "a.json": wilson(0.6) }, /wilson: half: \/estimate: got 0.5, want 0.6/],
    ["an unknown method", { "a.json": { method: "other", cases: [] } }, /unknown method other/],
    ["no case", {}, /no case to run/],
    ["a broken file", { "a.json": wilson(0.5), "b.json": "{" }, /b.json: can't be read/],
    ["a file without cases", { "a.json": { method: "wilson" } }, /no list of cases/],
  ])("is not content with %s", (_, files, message) => {
    const { status, stderr } = run(files);
    expect(stderr).toMatch(message);
    expect(status).toBe(1);
  });

  it("is not content with a folder that is not there", () => {
    expect(runOracles(join(folder, "none")).get(join(folder, "none"))?.misses).toHaveLength(2);
  });
});
