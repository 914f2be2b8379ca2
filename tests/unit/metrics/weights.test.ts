// Shares weighted to a population: the reference cases through the whole path, and cells made by hand.
import { describe, expect, test } from "vitest";
import type { Stratum } from "#shared/contract/population.ts";
import {
  answerTo,
  groupsOf,
  pointsOf,
  sent,
  spell,
  times,
  totalOf,
} from "../../support/metric-answers.ts";
import { readReference } from "../stats/reference.ts";

interface ReferenceCase {
  name: string;
  input: {
    strata: { sampleCount: number; successes: number; populationCount: number }[];
    confidence: number;
  };
  expected: Record<string, number | null>;
}

const names = ["silent", "boomer", "gen_x", "millennial", "gen_z", "gen_alpha"] as const;
const all = { from: "2026-01-01", to: "2026-03-31", weights: "p" };
const cell = (generation: string, yes: number, no: number, stated: object = {}) => ({
  ...{ source: "tool", day: "2026-02-10", purpose: "ads" },
  ...{ generation, granted: yes, declined: no, ...stated },
});
const halves: Stratum[] = [
  { generation: "gen_z", share: 0.5 },
  { generation: "boomer", share: 0.5 },
];

describe("the reference cases through the metric", () => {
  test.each(readReference<{ cases: ReferenceCase[] }>("cohort-weighting").cases)(
    "agree: $name",
    ({ input, expected }) => {
      const people = input.strata.reduce((sum, one) => sum + one.populationCount, 0);
      const strata = input.strata.map(({ populationCount }, i) => ({
        generation: names[i] ?? "silent",
        share: populationCount / people,
      }));
      const counts = input.strata.flatMap(({ sampleCount, successes }, i) =>
        sampleCount === 0 ? [] : [cell(names[i] ?? "", successes, sampleCount - successes)],
      );
      const query = { ...all, confidence: `${input.confidence}` };
      const figure = totalOf({ counts, strata }, "opt_in_rate", query);
      const close = (value: number | null | undefined) =>
        typeof value === "number" ? expect.closeTo(value, 9) : null;
      expect(figure).toMatchObject({
        value: close(expected.estimate),
        low: close(expected.lower),
        high: close(expected.upper),
        effectiveN: close(expected.effectiveSampleSize),
        coveredShare: close(expected.coveredPopulationShare),
      });
    },
  );
});

describe("a weighted share", () => {
  test("names the strata without data, and is no figure without them", () => {
    const strata: Stratum[] = [
      { generation: "gen_z", region: "DE", share: 0.5 },
      { generation: "gen_x", region: "DE", share: 0.3 },
      { generation: "gen_x", region: "FR", share: 0.2 },
    ];
    const counts = [cell("gen_z", 6, 4, { region: "DE" }), cell("gen_x", 1, 2, { region: "FR" })];
    expect(totalOf({ counts, strata }, "opt_in_rate", all)).toEqual({
      ...{ n: 13, count: 7, value: null, low: null, high: null, effectiveN: null },
      coveredShare: expect.closeTo(0.7, 12),
      missing: ["gen_x in DE"],
      leftOut: { unknown: 0, outside: 0 },
    });
  });

  test("leaves unknown people out, and those whom the population lacks, and says how many", () => {
    const counts = [
      cell("gen_z", 30, 10),
      cell("boomer", 10, 30),
      cell("unknown", 5, 6),
      cell("gen_x", 20, 0),
    ];
    const given = { counts, strata: halves };
    expect(totalOf(given, "opt_in_rate", all)).toMatchObject({
      ...{ n: 80, count: 40, value: 0.5, effectiveN: 80, coveredShare: 1 },
      leftOut: { unknown: 11, outside: 20 },
    });
    expect(totalOf(given, "opt_in_rate", all)).not.toHaveProperty("missing");
  });

  test("of regions takes an unknown region for unknown", () => {
    const strata: Stratum[] = [{ generation: "gen_z", region: "DE", share: 1 }];
    const counts = [cell("gen_z", 3, 1, { region: "DE" }), cell("gen_z", 2, 0)];
    expect(totalOf({ counts, strata }, "opt_in_rate", all)).toMatchObject({
      ...{ n: 4, value: 0.75 },
      leftOut: { unknown: 2, outside: 0 },
    });
  });

  test("is that of each group and bucket", () => {
    const counts = [
      cell("gen_z", 8, 2, { channel: "web" }),
      cell("boomer", 2, 8, { channel: "web" }),
      cell("gen_z", 9, 1, { channel: "ios", day: "2026-03-10" }),
      cell("boomer", 3, 7, { channel: "ios", day: "2026-03-10" }),
    ];
    const given = { counts, strata: halves };
    expect(groupsOf(answerTo(given, "opt_in_rate", { ...all, by: "channel" }))).toEqual({
      ios: [20, 12, 0.6],
      web: [20, 10, 0.5],
    });
    expect(pointsOf(answerTo(given, "opt_in_rate", { ...all, grain: "month" }))).toEqual({
      "2026-01-01": [0, 0, null],
      "2026-02-01": [20, 10, 0.5],
      "2026-03-01": [20, 12, 0.6],
    });
  });

  test("stands against the one before with the difference of both", () => {
    const counts = [
      ...[cell("gen_z", 90, 10), cell("boomer", 50, 50)],
      ...["gen_z", "boomer"].map((name) => cell(name, 20, 80, { day: "2025-11-10" })),
    ];
    const answer = answerTo({ counts, strata: halves }, "opt_in_rate", {
      ...all,
      compare: "previous",
    });
    expect(answer.weights).toEqual({ name: "p", title: "", source: "" });
    expect(answer.compare?.series[0]).toMatchObject({
      total: { value: expect.closeTo(0.2, 12), effectiveN: expect.closeTo(200, 9) },
      difference: { value: expect.closeTo(0.5, 12) },
      trend: "better",
    });
  });

  test("of consents taken back keeps the strata in which nobody gave the reason", () => {
    const stay = (generation: string, n: number) =>
      times(n, () => spell("2026-01-10", undefined, { generation }));
    const leave = (generation: string, n: number) =>
      times(n, () => spell("2026-01-10", "2026-01-12", { generation }, { reason: "other" }));
    const later = sent("prompt_shown", "2026-03-01");
    const events = [...stay("gen_z", 8), ...leave("gen_z", 2), ...stay("boomer", 10), later];
    const query = { ...all, by: "reason" };
    expect(
      groupsOf(answerTo({ events, strata: halves }, "early_withdrawal_rate", query)),
    ).toMatchObject({ other: [20, 2, expect.closeTo(0.1, 12)] });
  });

  test("of a stock is that of the last day", () => {
    const stock = (generation: string, inForce: number, day = "2026-02-10") => ({
      ...{ source: "tool", day, purpose: "ads", generation, asked: 100, inForce },
    });
    const counts = [stock("gen_z", 5, "2026-02-01"), stock("gen_z", 60), stock("boomer", 20)];
    const query = { ...all, to: "2026-02-20" };
    expect(totalOf({ counts, strata: halves }, "consent_coverage", query)).toMatchObject({
      ...{ n: 200, count: 80, value: expect.closeTo(0.4, 12) },
    });
  });
});
