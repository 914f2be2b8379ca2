// Daily totals in the same sums, worked out by hand.
import { describe, expect, test } from "vitest";
import {
  answersTo,
  answerTo,
  groupsOf,
  pointsOf,
  sent,
  spell,
  times,
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

describe("small cells", () => {
  test("look at the daily number of records, of each key the largest, not at their sum", () => {
    const daily = (n: number, stated: object = {}) =>
      times(5, (i) => record(`2026-03-0${i + 1}`, { granted: n, declined: 0, ...stated }));
    const whole = (counts: object[]) =>
      groupsOf(answerTo({ counts, k: 10 }, "opt_in_rate", march))[""];
    expect(whole(daily(9))).toBe("hidden");
    expect(whole([...daily(9), ...daily(1, { channel: "web" })])).toEqual([50, 50, 1]);
    expect(whole([...daily(9), record("2026-03-09", { granted: 10, declined: 0 })])).toEqual([
      55, 55, 1,
    ]);
  });
});

describe("sources", () => {
  const given = {
    events: [sent("granted", "2026-03-01")],
    counts: [
      record("2026-03-01", { granted: 3, declined: 1 }),
      { ...record("2026-03-01", { granted: 1, declined: 1 }), source: "app" },
    ],
  };

  test("are named where a figure adds them, events first, and can be told apart", () => {
    const [all, split, one, other] = answersTo(given, [
      ["opt_in_rate", march],
      ["opt_in_rate", { ...march, by: "source" }],
      ["opt_in_rate", { ...march, source: "cmp" }],
      ["opt_in_rate", { ...march, source: "events" }],
    ]);
    expect(all).toMatchObject({
      sources: ["events", "app", "cmp"],
      series: [{ total: { n: 7, count: 5 } }],
    });
    expect(split && groupsOf(split)).toEqual({
      app: [2, 1, 0.5],
      cmp: [4, 3, 0.75],
      events: [1, 1, 1],
    });
    expect(one).toMatchObject({ sources: ["cmp"], series: [{ total: { n: 4 } }] });
    expect(other).toMatchObject({ sources: ["events"], series: [{ total: { n: 1 } }] });
  });

  test("are named where a figure adds them only: not those of another scale, but those compared with", () => {
    const survey = (source: string, day: string, scores: number[]) => ({
      ...{ source, day, survey: "tracker", question: "trust" },
      ...{ scale: scores.length, scores },
    });
    const counts = [
      survey("app", "2026-03-01", [0, 0, 0, 0, 9]),
      survey("cmp", "2026-03-01", [1, 0, 0]),
      survey("old", "2026-02-27", [0, 0, 0, 0, 9]),
    ];
    const [plain, compared] = answersTo({ counts }, [
      ["trust", march],
      ["trust", { ...march, compare: "previous" }],
    ]);
    expect(plain?.sources).toEqual(["app"]);
    expect(compared?.sources).toEqual(["app", "old"]);
  });

  test("a record sent again replaces the one before, and without numbers removes it", () => {
    const again = [...given.counts, record("2026-03-01", { granted: 8, declined: 2 })];
    expect(totalOf({ counts: again }, "opt_in_rate", march)).toMatchObject({ n: 12, count: 9 });
    const removed = [...again, record("2026-03-01", {})];
    expect(totalOf({ counts: removed }, "opt_in_rate", march)).toMatchObject({ n: 2, count: 1 });
  });
});
