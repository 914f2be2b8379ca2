// @vitest-environment node
import { describe, expect, test } from "vitest";
import { builtInBenchmarks } from "#shared/benchmarks.ts";
import { defaultSettings } from "#shared/contract/settings.ts";
import { parseTyped } from "../../../client/format/typed.ts";
import * as benchmark from "../../../client/pages/settings/benchmark-draft.ts";
import * as settings from "../../../client/pages/settings/settings-draft.ts";
import * as strata from "../../../client/pages/settings/strata-rows.ts";

const row = (generation: "gen_z" | "boomer", percent: string, region = "") => ({
  generation,
  percent,
  region,
});

describe("numbers as typed", () => {
  test.each([
    ["12.5", 12.5],
    ["12,5 %", 12.5],
    [" 40% ", 40],
    [".5", 0.5],
    ["−3", -3],
    ["", null],
    ["1 000", null],
    ["12.5.1", null],
    ["many", null],
  ])("%j is %j", (text, value) => {
    expect(parseTyped(text)).toBe(value);
  });
});

describe("the shares of a population", () => {
  test("come back as they were", () => {
    const given = [
      { generation: "gen_z", region: "DE", share: 0.125 },
      { generation: "boomer", region: "US-ME", share: 0.875 },
    ] as const;
    expect(strata.strataOf(strata.rowsOf(given))).toEqual(given);
  });

  test("add up to 100 %, as exactly as the API asks for; rows left empty are none", () => {
    const rows = [row("gen_z", "33.3"), row("boomer", "66,6"), row("boomer", "")];
    expect(strata.totalOf(rows)).toBe(99.9);
    expect(strata.isWhole(rows)).toBe(true);
    expect(strata.problemsOf(rows)).toEqual([null, null, null]);
    expect(strata.strataOf(rows)).toHaveLength(2);
    expect(strata.isWhole([row("gen_z", "99")])).toBe(false);
  });

  test("say what is wrong with which field", () => {
    const field = (...rows: ReturnType<typeof row>[]) =>
      strata.problemsOf(rows).map((problem) => problem?.field ?? null);
    expect(field(row("gen_z", "x"), row("boomer", "101"))).toEqual(["percent", "percent"]);
    expect(field(row("gen_z", "5", "DE"), row("boomer", "5"))).toEqual([null, "region"]);
    expect(field(row("gen_z", "5", "Bavaria"))).toEqual(["region"]);
    expect(field(row("gen_z", "5", "DE"), row("gen_z", "5", "DE"))).toEqual([null, "generation"]);
  });

  test.each([
    ["commas", "gen_z,DE,12.5\nboomer,DE,87.5"],
    ["a head, tabs and names", "Generation\tRegion\tShare\nGen Z\tde\t12,5 %\nBoomers\tDE\t87.5"],
    ["semicolons, and shares of 1", "gen_z;DE;0,125\r\n\r\nboomer;DE;0.875\r\n"],
  ])("are read from %s", (_, text) => {
    const { rows, bad } = strata.parseRows(text);
    expect(bad).toEqual([]);
    expect(strata.strataOf(rows)).toEqual([
      { generation: "gen_z", region: "DE", share: 0.125 },
      { generation: "boomer", region: "DE", share: 0.875 },
    ]);
  });

  test("are read without regions, and a line that is not understood is named", () => {
    expect(strata.parseRows("gen_z, 40\nboomer, 60").rows).toEqual([
      row("gen_z", "40"),
      row("boomer", "60"),
    ]);
    expect(strata.parseRows("gen_z,40\nhippies,60").bad).toEqual([{ line: 2, text: "hippies,60" }]);
  });
});

describe("settings as typed", () => {
  test("come back as they were", () => {
    const draft = settings.draftOf(defaultSettings);
    expect(Object.values(settings.problemsOf(draft))).toEqual(Array(6).fill(null));
    expect(settings.settingsOf(draft)).toEqual(defaultSettings);
  });

  test.each([
    ["k", "0"],
    ["k", "2.5"],
    ["reportingZone", "Mars/Olympus"],
    ["smallestEffect", "0"],
    ["smallestEffectEarlyWithdrawal", "100"],
    ["followUpWeeks", "3"],
    ["retentionMonths", "0"],
    ["retentionMonths", "1.5"],
    ["retentionMonths", "1201"],
  ] as const)("%s of %j is refused", (name, text) => {
    const draft = { ...settings.draftOf(defaultSettings), [name]: text };
    expect(settings.problemsOf(draft)[name]).not.toBeNull();
  });
});

test.each([
  [null, null, false],
  [null, 24, true],
  [24, 12, true],
  [12, 24, false],
  [12, null, false],
])("keeping %s months and then %s drops more: %s", (before, after, drops) => {
  const months = (retentionMonths: number | null) => ({ ...defaultSettings, retentionMonths });
  const draft = settings.draftOf(months(after));
  expect(settings.settingsOf(draft)).toEqual(months(after));
  expect(settings.dropsMore(months(before), settings.settingsOf(draft))).toBe(drops);
});

describe("a benchmark as typed", () => {
  test("comes back as it was", () => {
    for (const one of builtInBenchmarks) {
      const { id: _, builtIn: __, ...input } = one;
      const draft = benchmark.draftOf(one);
      expect(benchmark.problemsOf(draft)).toEqual({});
      expect(benchmark.inputOf(draft)).toEqual(input);
    }
  });

  test("is in per cent where the figure is a share, else in its unit", () => {
    const draft = { ...benchmark.draftOf(null), value: "55.5" };
    expect(benchmark.inputOf(draft).value).toBe(0.555);
    expect(benchmark.inputOf({ ...draft, metric: "opt_out_effort" }).value).toBe(55.5);
  });

  test("needs a value, a question, a date and a source", () => {
    const problems = benchmark.problemsOf(benchmark.draftOf(null));
    expect(Object.keys(problems).sort()).toEqual(["date", "question", "source", "value"]);
    const draft = { ...benchmark.draftOf(null), value: "155", n: "0", date: "spring" };
    expect(Object.keys(benchmark.problemsOf(draft))).toEqual(
      expect.arrayContaining(["value", "n", "date"]),
    );
  });
});
