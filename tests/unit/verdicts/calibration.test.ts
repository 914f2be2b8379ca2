// A short calibration: the goals of npm run calibrate, held against what so few worlds can tell.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import published from "#shared/calibration.json" with { type: "json" };
import type { Verdict } from "#shared/contract/verdict.ts";
import { type Scenario, scenarios } from "../../../scripts/calibrate/scenario.ts";
import {
  claimCount,
  type Tally,
  tallyOf,
  together,
  verdictCount,
} from "../../../scripts/calibrate/tally.ts";
import { drawWorld } from "../../../scripts/calibrate/world.ts";
import { Random } from "../../../seed/random.ts";
import { methods } from "../../../server/verdicts/method.ts";

const SEED = 17;
const document = readFileSync(join(import.meta.dirname, "../../../docs/calibration.md"), "utf8");
const of = (keep: (scenario: Scenario) => boolean, worlds: number): Tally =>
  together(
    scenarios.flatMap((scenario, i) =>
      keep(scenario) ? [tallyOf(scenario, i, { seed: SEED, worlds, from: 0, step: 1 })] : [],
    ),
  );
const share = (tally: Tally, verdict: Verdict) =>
  verdictCount(tally, verdict) / (tally.worlds ?? 0);

describe("where nothing happened, but all that can move by itself does", () => {
  let tally: Tally;
  beforeAll(() => {
    tally = of(({ group, name }) => group === "null" && name === "all", 20);
  }, 120_000);

  test("hardly any verdict claims something", () => {
    expect(tally.worlds).toBe(120);
    // At 5 %, 6 are expected of 120, and 14 or more come in fewer than one of 300 seeds.
    expect(claimCount(tally, "full") + claimCount(tally, "lowered")).toBeLessThan(14);
    expect(verdictCount(tally, "building_trust")).toBeLessThan(14);
  });

  test("nineteen of twenty intervals hold nothing", () => {
    const total = (what: string) =>
      Object.entries(tally).reduce((sum, [key, n]) => (key.startsWith(what) ? sum + n : sum), 0);
    // 480 intervals, four of one world at a time.
    expect(total("held95 ") / total("shown ")).toBeGreaterThan(0.9);
  });
});

test.each([
  ["building", "building_trust"],
  ["understood_less", "opt_in_without_understanding"],
  ["accepted_unread", "opt_in_without_understanding"],
  ["eroding", "eroding_trust"],
  ["mixed", "mixed"],
] as const)(
  "%s is found to be %s at twice the size that matters",
  (name, verdict) => {
    const isAsked = ({ goal, offer }: Scenario) => goal !== null || offer === "few_clusters";
    const tally = of((one) => one.name === name && isAsked(one), 5);
    expect(tally.worlds).toBe(20);
    // At 80 %, fewer than 11 of 20 come once in 400 seeds.
    expect(share(tally, verdict)).toBeGreaterThan(0.5);
  },
  60_000,
);

test("a world is the same for the same seed", () => {
  for (const scenario of scenarios.filter(({ name }) => name === "building")) {
    expect(drawWorld(scenario, new Random(3, 1))).toEqual(drawWorld(scenario, new Random(3, 1)));
  }
});

test("parts of the worlds add up to all of them", () => {
  const place = scenarios.findIndex(({ offer }) => offer === "experiment");
  const [scenario] = scenarios.slice(place);
  if (scenario === undefined) throw new Error("no experiment is drawn");
  const part = (from: number, step: number) =>
    tallyOf(scenario, place, { seed: SEED, worlds: 5, from, step });
  expect(together([part(0, 2), part(1, 2)])).toEqual(part(0, 1));
});

describe("what is published", () => {
  const { worlds, seed, nothing, goals } = published;

  test("was measured on enough worlds of a seed that nothing was tuned on", () => {
    expect(worlds).toBeGreaterThanOrEqual(100);
    expect(seed).toBeGreaterThan(260);
    expect(Object.keys(nothing)).toEqual([...methods]);
    for (const one of Object.values(nothing)) expect(one.worlds).toBeGreaterThan(100);
  });

  test("is what the document says", () => {
    expect(document).toContain(`${worlds} worlds a line, seed ${seed}.`);
    const kept = document
      .split("\n")
      .filter((line) => / \| (at (most|least) \d+ %|nominal .*) \| /.test(line));
    const count = (column: number) =>
      kept.reduce((sum, line) => sum + Number(line.split(" | ")[column]), 0);
    expect(count(2)).toBe(goals.met);
    expect(count(2) + count(3) + count(4)).toBe(goals.of);
  });
});
