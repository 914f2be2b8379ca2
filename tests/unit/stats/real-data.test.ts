// The published figures of the data sets that may be copied here; `npm run real-data -- DIR` has them all.
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { figure } from "../../../scripts/real-data/claims.ts";
import { table } from "../../../scripts/real-data/table.ts";
import { checkRealData } from "../../../scripts/real-data.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");

describe.each([
  ["nhs-opt-out", fixtures],
  ["thornton-hiv-incentive", join(fixtures, "real-data")],
])("%s", (name, folder) => {
  const checked = checkRealData(folder);
  const claims = checked.find((set) => set.name === name)?.claims ?? [];

  test("is there, beside others that are not", () => {
    expect(claims.length).toBeGreaterThan(3);
    expect(checked.filter((set) => set.claims === null)).toHaveLength(checked.length - 1);
  });

  test.each(claims)("$what: $published", ({ got, published, ok }) => {
    expect(ok, `got ${got}, published ${published}`).toBe(true);
  });
});

test("a figure agrees to the last decimal printed, and no further", () => {
  expect(figure("p", 0.05012, "0.0501").ok).toBe(true);
  expect(figure("p", 0.05016, "0.0501").ok).toBe(false);
  expect(figure("p", null, "0.0501").ok).toBe(false);
});

test("a blank field is not a 0, and a quoted one may hold commas and lines", () => {
  const rows = table('\uFEFFa,b\r\n"x, ""y""\nz",0\r\n,\n');
  expect(rows.map((row) => row.text("a"))).toEqual(['x, "y"\nz', ""]);
  expect(rows.map((row) => row.number("b"))).toEqual([0, null]);
  expect(() => rows[0]?.number("c")).toThrow("no column c");
});
