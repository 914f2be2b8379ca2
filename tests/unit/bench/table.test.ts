import { describe, expect, test } from "vitest";
import { interleaved, quantile } from "../../../bench/measure.ts";
import { parseOptions } from "../../../bench/options.ts";
import { absentRow, isMet, ratioRow } from "../../../bench/row.ts";
import { summaryOf, tableOf } from "../../../bench/table.ts";

const fast = ratioRow("page queries", "DuckDB takes", { atLeast: 10 }, [30, 2], "30 ms");
const slow = ratioRow("growth", "overview", { atMost: 1.5 }, [4, 2], "4 ms");
const absent = absentRow("page queries", "PostgreSQL takes", { atLeast: 50 });

describe("the table", () => {
  test("says of each ratio whether its goal is met", () => {
    expect([fast, slow, absent].map(isMet)).toEqual([true, false, null]);
    const [, , first, second, third] = tableOf([fast, slow, absent]).split("\n");
    expect(first).toContain("| 15.0× | ≥ 10× | met |");
    expect(second).toContain("| 2.00× | ≤ 1.5× | **missed** |");
    expect(third).toContain("| not there | ≥ 50× |  |");
  });

  test("names what is missed once more", () => {
    expect(summaryOf([fast, slow, absent])).toBe(
      "1 goals met, 1 missed, 1 not measured.\n- growth, overview: 2.00×, goal ≤ 1.5×",
    );
  });
});

test("contestants are warmed up, and then take turns", async () => {
  const turns: string[] = [];
  const contestants = { a: () => turns.push("a"), b: () => turns.push("b") };
  const times = await interleaved(contestants, 2, { warmUpMs: 0, turnMs: 0 });
  expect(turns).toEqual(["a", "b", "a", "b", "a", "b"]);
  expect(Object.keys(times)).toEqual(["a", "b"]);

  turns.length = 0;
  await interleaved(contestants, 1, { warmUpMs: 5, turnMs: 0 });
  expect(turns.filter((name) => name === "a").length).toBeGreaterThan(2);
  expect(turns.slice(-2)).toEqual(["a", "b"]);

  turns.length = 0;
  await interleaved(contestants, 1, { warmUpMs: 0, turnMs: 5 });
  expect(turns.slice(0, 3)).toEqual(["a", "b", "a"]);
  expect(turns.slice(3).filter((name) => name === "a").length).toBeGreaterThan(2);
});

test("a quantile is one of the values", () => {
  expect(quantile([5, 1, 4, 2, 3], 0.5)).toBe(3);
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  expect(quantile([1, 2, 3], 0.99)).toBe(3);
});

describe("the options", () => {
  test.each([
    [["--events", "1e7"], { events: 10_000_000, isShort: false, only: null }],
    [["--short"], { events: 10_000, isShort: true, rounds: 1 }],
    [["--only", "intake", "--json", "a.json"], { only: "intake", json: "a.json" }],
  ])("%j", (args, expected) => {
    expect(parseOptions(args, ["intake"])).toMatchObject(expected);
  });

  test.each([[["--events", "many"]], [["--events", "10"]], [["--only", "lunch"]]])(
    "%j is refused",
    (args) => {
      expect(() => parseOptions(args, ["intake"])).toThrow(/has to be/);
    },
  );
});
