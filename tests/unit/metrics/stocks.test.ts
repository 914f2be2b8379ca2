// What stands at the end of a day, worked out by hand.
import { describe, expect, test } from "vitest";
import {
  answersTo,
  answerTo,
  groupsOf,
  pointsOf,
  sent,
  spell,
} from "../../support/metric-answers.ts";

/** Two spells before March, one closed within it; the as-of day is 18 March. */
const events = [
  ...spell("2026-02-10"),
  ...spell("2026-02-11", "2026-03-10"),
  ...spell("2026-03-10", "2026-03-10"),
  ...spell("2026-03-12", undefined, { channel: "ios" }),
  sent("prompt_shown", "2026-03-18", { channel: "ios" }),
];
const weeks = { from: "2026-03-02", to: "2026-03-29", grain: "week" };

describe("active_consents", () => {
  test("is what stands at the end of the bucket's last day, older spells in it; n = count = value", () => {
    const answer = answerTo({ events }, "active_consents", weeks);
    expect(pointsOf(answer)).toMatchObject({ "2026-03-02": [2, 2, 2], "2026-03-09": [2, 2, 2] });
    expect(answer.series[0]?.points[0]).toMatchObject({ low: null, high: null });
  });

  test("is that of the as-of day in the bucket that holds it, and unknown in those after it", () => {
    const points = pointsOf(answerTo({ events }, "active_consents", weeks));
    expect(points).toMatchObject({ "2026-03-16": [2, 2, 2], "2026-03-23": [0, 0, null] });
  });

  test("does not see what lies after the as-of day", () => {
    const given = { events: [...events, ...spell("2026-03-19")], now: "2026-03-18T20:00:00Z" };
    const answer = answerTo(given, "active_consents", weeks);
    expect(answer.asOf).toBe("2026-03-18");
    expect(groupsOf(answer)).toEqual({ "": [2, 2, 2] });
  });

  test("does not count a spell on its closing day, nor before its grant", () => {
    const days = { from: "2026-03-09", to: "2026-03-12", grain: "day" };
    expect(pointsOf(answerTo({ events }, "active_consents", days))).toEqual({
      "2026-03-09": [2, 2, 2],
      "2026-03-10": [1, 1, 1],
      "2026-03-11": [1, 1, 1],
      "2026-03-12": [2, 2, 2],
    });
  });

  test("is 0 where all have left, null where nobody had ever come", () => {
    const gone = [...spell("2026-03-03", "2026-03-04"), sent("prompt_shown", "2026-03-09")];
    const days = { from: "2026-03-02", to: "2026-03-04", grain: "day" };
    expect(pointsOf(answerTo({ events: gone }, "active_consents", days))).toEqual({
      "2026-03-02": [0, 0, null],
      "2026-03-03": [1, 1, 1],
      "2026-03-04": [0, 0, 0],
    });
  });

  test("has the last bucket's stock as the total", () => {
    const answer = answerTo({ events }, "active_consents", { ...weeks, by: "channel" });
    expect(groupsOf(answer)).toEqual({ ios: [1, 1, 1], unknown: [1, 1, 1] });
  });
});

describe("net_change", () => {
  test("is the stock at the end of the bucket less that of the day before its first; n is both", () => {
    const [all, ios] = answersTo({ events }, [
      ["net_change", weeks],
      ["net_change", { ...weeks, channel: "ios" }],
    ]);
    expect(all && pointsOf(all)).toEqual({
      "2026-03-02": [4, 0],
      "2026-03-09": [4, 0],
      "2026-03-16": [4, 0],
      "2026-03-23": [0, null],
    });
    expect(ios && pointsOf(ios)).toMatchObject({ "2026-03-02": [0, null], "2026-03-09": [1, 1] });
    expect(ios && groupsOf(ios)).toEqual({ "": [1, 1] });
  });

  test("is hidden where either stock is small, shown where one is 0", () => {
    const many = Array.from({ length: 10 }, () => spell("2026-03-02")).flat();
    const range = { from: "2026-03-02", to: "2026-03-02" };
    const fromNone = answerTo({ events: many, k: 10 }, "net_change", range);
    expect(groupsOf(fromNone)).toEqual({ "": [10, 10] });
    const fromTwo = answerTo({ events: [...many, ...events], k: 10 }, "net_change", range);
    expect(groupsOf(fromTwo)).toEqual({ "": "hidden" });
  });
});

describe("consent_coverage", () => {
  test("is the people in force / the people ever asked, under the dimensions of their first exposure", () => {
    const subject = "u1";
    const asked = [
      sent("prompt_shown", "2026-03-01", { subject, channel: "email" }),
      sent("granted", "2026-03-05", { subject, channel: "ios", notice: "n2" }),
      sent("withdrawn", "2026-03-07", { subject }),
      sent("declined", "2026-03-02", { channel: "email" }),
    ];
    const days = { from: "2026-03-01", to: "2026-03-07", grain: "day", by: "channel" };
    const answer = answerTo({ events: asked }, "consent_coverage", days);
    expect(answer.series.map(({ group }) => group)).toEqual([{ channel: "email" }]);
    expect(pointsOf(answer)).toEqual({
      "2026-03-01": [1, 0, 0],
      "2026-03-02": [2, 0, 0],
      "2026-03-03": [2, 0, 0],
      "2026-03-04": [2, 0, 0],
      "2026-03-05": [2, 1, 0.5],
      "2026-03-06": [2, 1, 0.5],
      "2026-03-07": [2, 0, 0],
    });
  });

  test("counts a person once for every purpose", () => {
    const both = ["ads", "email"].map((purpose) =>
      sent("granted", "2026-03-01", { subject: "u1", purpose }),
    );
    const again = sent("prompt_shown", "2026-03-02", { subject: "u1", notice: "n2" });
    const range = { from: "2026-03-01", to: "2026-03-02" };
    const answer = answerTo({ events: [...both, again] }, "consent_coverage", range);
    expect(groupsOf(answer)).toEqual({ "": [2, 2, 1] });
  });
});
