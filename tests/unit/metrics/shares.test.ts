// Shares of decisions, exposures, spells and attempts, worked out by hand.
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
/** Moves the as-of day to 31 March, and counts in nothing. */
const asOf31 = sent("withdrawal_started", "2026-03-31");

describe("opt_in_rate", () => {
  const events = [
    sent("granted", "2026-03-01", { method: "assisted" }),
    sent("granted", "2026-03-02"),
    sent("granted", "2026-03-02", { method: "implicit" }),
    sent("declined", "2026-03-31", { method: "signal" }),
    sent("dismissed", "2026-03-31"),
    sent("prompt_shown", "2026-03-31"),
  ];

  test("is granted / (granted + declined), with Wilson's interval", () => {
    const figure = totalOf({ events }, "opt_in_rate", march);
    expect(figure).toMatchObject({ n: 3, count: 2, value: 2 / 3 });
    expect(figure.low).toBeCloseTo(0.2077, 4);
    expect(figure.high).toBeCloseTo(0.9385, 4);
  });

  test("can be split and filtered by method; implicit grants are in no group", () => {
    const [split, filtered] = answersTo({ events }, [
      ["opt_in_rate", { ...march, by: "method" }],
      ["opt_in_rate", { ...march, method: "explicit,assisted" }],
    ]);
    expect(split && groupsOf(split)).toEqual({
      assisted: [1, 1, 1],
      explicit: [1, 1, 1],
      signal: [1, 0, 0],
    });
    expect(filtered && groupsOf(filtered)).toEqual({ "": [2, 2, 1] });
  });

  test("has 0 and null in a bucket without data", () => {
    const answer = answerTo({ events }, "opt_in_rate", {
      from: "2026-03-30",
      to: "2026-03-31",
      grain: "day",
    });
    expect(pointsOf(answer)).toEqual({ "2026-03-30": [0, 0, null], "2026-03-31": [1, 0, 0] });
  });

  test("has one empty series in an empty store, and none where it is split", () => {
    const [whole, split] = answersTo({}, [
      ["opt_in_rate", march],
      ["opt_in_rate", { ...march, by: "channel" }],
    ]);
    expect(whole).toMatchObject({
      asOf: null,
      series: [{ group: {}, total: { n: 0, value: null } }],
    });
    expect(split?.series).toEqual([]);
  });
});

describe("opt_in_yield and no_choice_rate", () => {
  const events = [
    asOf31,
    sent("granted", "2026-03-23"),
    sent("dismissed", "2026-03-23T23:59:59.999Z"),
    sent("prompt_shown", "2026-03-20"),
    sent("declined", "2026-03-01"),
    sent("granted", "2026-03-24T00:00:00Z"),
  ];

  test("take exposures at least 8 days before the as-of day, in all outcomes", () => {
    expect(totalOf({ events }, "opt_in_yield", march)).toMatchObject({
      n: 4,
      count: 1,
      value: 0.25,
    });
    expect(totalOf({ events }, "no_choice_rate", march)).toMatchObject({
      n: 4,
      count: 2,
      value: 0.5,
    });
  });

  test("belong to the day of the exposure, whenever the decision came", () => {
    const subject = "late";
    const late = [
      asOf31,
      sent("prompt_shown", "2026-03-10", { subject }),
      sent("granted", "2026-03-17", { subject }),
    ];
    const answer = answerTo({ events: late }, "opt_in_yield", {
      from: "2026-03-10",
      to: "2026-03-17",
      grain: "week",
    });
    expect(pointsOf(answer)).toEqual({ "2026-03-09": [1, 1, 1], "2026-03-16": [0, 0, null] });
  });
});

describe("early_withdrawal_rate", () => {
  const events = [
    asOf31,
    ...spell("2026-03-01", "2026-03-08", {}, { reason: "no_benefit" }),
    ...spell("2026-03-01", "2026-03-09", {}, { reason: "no_benefit" }),
    ...spell("2026-03-02", "2026-03-02", {}, { reason: "other", method: "signal" }),
    ...spell("2026-03-23"),
    ...spell("2026-03-24", "2026-03-25", {}, { reason: "other" }),
  ];

  test("is closed within a length of 7 days / spells granted at least 8 days before the as-of day", () => {
    expect(totalOf({ events }, "early_withdrawal_rate", march)).toMatchObject({
      n: 4,
      count: 2,
      value: 0.5,
    });
  });

  test("is divided by the spells of all where reason or method split the numerator", () => {
    const [reasons, methods, filtered] = answersTo({ events }, [
      ["early_withdrawal_rate", { ...march, by: "reason" }],
      ["early_withdrawal_rate", { ...march, by: "method" }],
      ["early_withdrawal_rate", { ...march, reason: "other" }],
    ]);
    expect(reasons && groupsOf(reasons)).toEqual({ no_benefit: [4, 1, 0.25], other: [4, 1, 0.25] });
    expect(methods && groupsOf(methods)).toEqual({ explicit: [4, 1, 0.25], signal: [4, 1, 0.25] });
    expect(filtered && groupsOf(filtered)).toEqual({ "": [4, 1, 0.25] });
  });

  test("divides by the spells of the same value of the other dimension", () => {
    const split = [
      ...events,
      ...spell("2026-03-01", "2026-03-02", { channel: "ios" }, { reason: "other" }),
    ];
    const answer = answerTo({ events: split }, "early_withdrawal_rate", {
      ...march,
      by: "channel,reason",
    });
    expect(groupsOf(answer)).toEqual({
      "ios other": [1, 1, 1],
      "unknown no_benefit": [4, 1, 0.25],
      "unknown other": [4, 1, 0.25],
    });
  });
});

describe("opt_out_completion", () => {
  test("takes attempts begun at least 2 days before the as-of day, on their first day", () => {
    const attempt = (day: string, closed?: string) => {
      const [granted, withdrawn] = spell("2026-03-01", closed);
      const { subject } = granted as { subject: string };
      return [granted, withdrawn, sent("withdrawal_started", day, { subject })].flatMap(
        (e) => e ?? [],
      );
    };
    const events = [
      asOf31,
      ...attempt("2026-03-29", "2026-03-30"),
      ...attempt("2026-03-29T23:00:00Z"),
      ...attempt("2026-03-30", "2026-03-30T13:00:00Z"),
    ];
    expect(totalOf({ events }, "opt_out_completion", march)).toMatchObject({
      n: 2,
      count: 1,
      value: 0.5,
    });
  });
});
