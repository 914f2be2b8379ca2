// What the claims of `npm run real-data` are made with.
import { expect, test } from "vitest";
import { exactly, figure } from "../../../scripts/real-data/claims.ts";
import { table } from "../../../scripts/real-data/table.ts";

test("a figure agrees to the last decimal printed, and no further", () => {
  expect(figure("p", 0.05012, "0.0501").ok).toBe(true);
  expect(figure("p", 0.05016, "0.0501").ok).toBe(false);
  expect(figure("p", null, "0.0501").ok).toBe(false);
});

test("a claim holds only if the API agrees too, where it was asked", () => {
  expect(figure("p", 0.05, "0.05", 0.05)).toMatchObject({ fromApi: "0.05", ok: true });
  expect(figure("p", 0.05, "0.05", 0.06).ok).toBe(false);
  expect(figure("p", 0.05, "0.05", null).ok).toBe(false);
  expect(exactly("n", 3, 3)).toMatchObject({ fromApi: "", ok: true });
  expect(exactly("n", 3, 3, 4).ok).toBe(false);
  expect(exactly("median", null, null, null).ok).toBe(true);
});

test("a blank field is not a 0, and a quoted one may hold commas and lines", () => {
  const rows = table('\uFEFFa,b\r\n"x, ""y""\nz",0\r\n,\n');
  expect(rows.map((row) => row.text("a"))).toEqual(['x, "y"\nz', ""]);
  expect(rows.map((row) => row.number("b"))).toEqual([0, null]);
  expect(() => rows[0]?.number("c")).toThrow("no column c");
});
