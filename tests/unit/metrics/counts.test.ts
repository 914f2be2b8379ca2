// Daily totals in the same sums, worked out by hand.
import { describe, expect, test } from "vitest";
import {
  answersTo,
  answerTo,
  groupsOf,
  pointsOf,
  sent,
  spell,
  totalOf,
} from "../../support/metric-answers.ts";

const march = { from: "2026-03-01", to: "2026-03-31" };
const record = (day: string, numbers: object) => ({
  source: "cmp",
  day,
  purpose: "ads",
  ...numbers,
});
const asOf31 = record("2026-03-31", { dismissed: 1 });

describe("flows", () => {
  test("opt_in_rate takes records with granted and declined", () => {
    const counts = [
      record("2026-03-01", { granted: 30, declined: 10 }),
      record("2026-03-02", { granted: 5 }),
      record("2026-03-03", { granted: 0, declined: 10, shown: 99 }),
    ];
    const given = { events: [sent("granted", "2026-03-01")], counts };
    expect(totalOf(given, "opt_in_rate", march)).toMatchObject({ n: 51, count: 31 });
  });

  test("opt_in_yield and no_choice_rate take records with shown, granted and declined, 8 days before", () => {
    const numbers = { shown: 100, granted: 30, declined: 20 };
    const counts = [
      asOf31,
      record("2026-03-23", numbers),
      record("2026-03-24", numbers),
      record("2026-03-01", { granted: 3, declined: 2 }),
    ];
    expect(totalOf({ counts }, "opt_in_yield", march)).toMatchObject({ n: 100, count: 30 });
    expect(totalOf({ counts }, "no_choice_rate", march)).toMatchObject({ n: 100, count: 50 });
  });

  test("withdrawal_rate takes records with withdrawn and inForce, whose sum is the consent-days of the day", () => {
    const counts = [
      record("2026-03-01", { withdrawn: 2, inForce: 498 }),
      record("2026-03-02", { withdrawn: 1, inForce: 499 }),
      record("2026-03-03", { inForce: 500 }),
    ];
    expect(totalOf({ counts }, "withdrawal_rate", march)).toMatchObject({
      n: 1000,
      count: 3,
      value: 3,
    });
  });

  test("withdrawals of records have no known reason or method, but their days are divided by", () => {
    const given = {
      events: spell("2026-03-01", "2026-03-01", {}, { reason: "other" }),
      counts: [record("2026-03-01", { withdrawn: 2, inForce: 497 })],
    };
    const [split, filtered, filteredSplit] = answersTo(given, [
      ["withdrawal_rate", { ...march, by: "reason" }],
      ["withdrawal_rate", { ...march, reason: "other" }],
      ["withdrawal_rate", { ...march, reason: "other", by: "reason" }],
    ]);
    expect(split && groupsOf(split)).toEqual({ other: [500, 1, 2], unknown: [500, 2, 4] });
    expect(filtered && groupsOf(filtered)).toEqual({ "": [500, 1, 2] });
    expect(filteredSplit && groupsOf(filteredSplit)).toEqual({ other: [500, 1, 2] });
  });

  test("decisions of records have no known method: a filter leaves them out", () => {
    const counts = [record("2026-03-01", { granted: 3, declined: 1 })];
    const [split, explicit, unknown] = answersTo({ counts }, [
      ["opt_in_rate", { ...march, by: "method" }],
      ["opt_in_rate", { ...march, method: "explicit" }],
      ["opt_in_rate", { ...march, method: "unknown" }],
    ]);
    expect(split && groupsOf(split)).toEqual({ unknown: [4, 3, 0.75] });
    expect(explicit && groupsOf(explicit)).toEqual({ "": [0, 0, null] });
    expect(unknown && groupsOf(unknown)).toEqual({ "": [4, 3, 0.75] });
  });

  test("no record enters the metrics that have no counts", () => {
    const numbers = { shown: 9, granted: 5, declined: 1, withdrawn: 1, inForce: 9, asked: 9 };
    const metrics = [
      "net_change",
      "consent_retention",
      "early_withdrawal_rate",
      "opt_out_effort",
      "opt_out_completion",
      "informed_opt_in_rate",
    ];
    const answers = answersTo(
      { counts: [asOf31, record("2026-03-01", numbers)] },
      metrics.map((metric) => [metric, march]),
    );
    for (const answer of answers) {
      expect(answer).toMatchObject({ sources: [], series: [{ total: { n: 0, value: null } }] });
    }
  });
});

describe("survey records", () => {
  const scores = (question: string, boxes: number[], stated: object = {}) => ({
    source: "tracker",
    day: "2026-03-01",
    survey: "tracker",
    question,
    scale: boxes.length,
    scores: boxes,
    ...stated,
  });

  test("have one number for each box", () => {
    const counts = [scores("trust", [1, 2, 3, 4, 10])];
    expect(totalOf({ counts }, "trust", march)).toMatchObject({ n: 20, count: 14, value: 0.7 });
    const mean = totalOf({ counts }, "trust", { ...march, stat: "mean" });
    expect(mean.value).toBe((25 * (2 + 6 + 12 + 40)) / 20);
  });

  test("count for their own question only, and its scale", () => {
    const counts = [scores("trust", [0, 0, 0, 0, 8]), scores("control", [9, 0, 0, 0, 0, 0, 0])];
    const [trust, control] = answersTo({ counts }, [
      ["trust", march],
      ["survey_score", { ...march, question: "control" }],
    ]);
    expect(trust).toMatchObject({ scale: 5, series: [{ total: { n: 8, count: 8 } }] });
    expect(control).toMatchObject({ scale: 7, series: [{ total: { n: 9, count: 0 } }] });
  });

  test("are general without a purpose", () => {
    const counts = [scores("trust", [1, 1]), scores("trust", [2, 2], { purpose: "ads" })];
    const answer = answerTo({ counts }, "trust", { ...march, by: "purpose" });
    expect(groupsOf(answer)).toEqual({ ads: [4, 2, 0.5], general: [2, 1, 0.5] });
  });
});

describe("stocks", () => {
  test("active_consents takes of each key the latest on or before the last day, at most 35 days old", () => {
    const counts = [
      record("2026-02-24", { inForce: 100 }),
      record("2026-03-30", { inForce: 70 }),
      record("2026-03-02", { inForce: 7, channel: "web" }),
      record("2026-04-02", { granted: 1 }),
    ];
    const days = { from: "2026-03-29", to: "2026-04-02", grain: "day" };
    const expected = [107, 77, 77, 77, 77].map((n, i) => [
      `2026-${i < 3 ? `03-${29 + i}` : `04-0${i - 2}`}`,
      [n, n, n],
    ]);
    expect(pointsOf(answerTo({ counts }, "active_consents", days))).toEqual(
      Object.fromEntries(expected),
    );
  });

  test.each([
    ["exactly 35 days old speaks", "2026-03-31", [9, 9, 9]],
    ["36 days old does not", "2026-04-01", [0, 0, null]],
  ])("a record %s", (_, day, figure) => {
    const counts = [record("2026-02-24", { inForce: 9 }), record(day, { granted: 1 })];
    const answer = answerTo({ counts }, "active_consents", { from: day, to: day });
    expect(groupsOf(answer)).toEqual({ "": figure });
  });

  test("a record's age is that on the as-of day, where the bucket's last day lies beyond it", () => {
    const counts = [record("2026-02-24", { inForce: 9 }), record("2026-03-31", { granted: 1 })];
    const week = { from: "2026-03-30", to: "2026-04-05", grain: "week" };
    const answer = answerTo({ counts }, "active_consents", week);
    expect(pointsOf(answer)).toEqual({ "2026-03-30": [9, 9, 9] });
  });

  test("consent_coverage takes records with inForce and asked, likewise, beside people asked", () => {
    const given = {
      counts: [
        record("2026-03-01", { inForce: 30, asked: 99 }),
        record("2026-03-02", { inForce: 31 }),
      ],
      events: [sent("granted", "2026-03-02")],
    };
    const range = { from: "2026-03-02", to: "2026-03-02" };
    expect(totalOf(given, "consent_coverage", range)).toMatchObject({ n: 100, count: 31 });
    expect(totalOf(given, "active_consents", range)).toMatchObject({ n: 32 });
  });
});
