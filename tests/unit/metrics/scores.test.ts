// Survey scores, worked out by hand.
import { describe, expect, test } from "vitest";
import { answersTo, answerTo, groupsOf, sent, totalOf } from "../../support/metric-answers.ts";

const march = { from: "2026-03-01", to: "2026-03-31" };
const answered = (score: number, stated: object = {}) =>
  sent("survey_answered", "2026-03-10", { score, ...stated });
const scored = (scores: number[], stated: object = {}) =>
  scores.map((score) => answered(score, stated));

describe("the share of top answers", () => {
  test.each([
    [2, [1, 2], 1],
    [3, [1, 2, 3], 1],
    [4, [2, 3, 4], 2],
    [5, [1, 2, 3, 4, 5], 2],
    [7, [5, 6, 7], 2],
    [11, [9, 10, 11], 2],
  ])("on a scale of %i takes of %j the top %i", (scale, scores, count) => {
    const figure = totalOf({ events: scored(scores, { scale }) }, "trust", march);
    expect(figure).toMatchObject({ n: scores.length, count, value: count / scores.length });
  });

  test("is of the answers to the metric's question, of survey_score to the one asked for", () => {
    const events = [
      answered(5, { question: "trust" }),
      answered(1, { question: "control" }),
      answered(1, { question: "clear_enough" }),
    ];
    const [trust, control, custom, benefit] = answersTo({ events }, [
      ["trust", march],
      ["control", march],
      ["survey_score", { ...march, question: "clear_enough" }],
      ["benefit", march],
    ]);
    expect(trust && groupsOf(trust)).toEqual({ "": [1, 1, 1] });
    expect(control && groupsOf(control)).toEqual({ "": [1, 0, 0] });
    expect(custom && groupsOf(custom)).toEqual({ "": [1, 0, 0] });
    expect(benefit && groupsOf(benefit)).toEqual({ "": [0, 0, null] });
  });

  test("can be split by survey", () => {
    const events = [answered(5), answered(1, { survey: "exit" })];
    const answer = answerTo({ events }, "trust", { ...march, by: "survey" });
    expect(groupsOf(answer)).toEqual({ exit: [1, 0, 0], tracker: [1, 1, 1] });
  });
});

describe("the scale", () => {
  const events = [...scored([5, 5, 1]), ...scored([7, 7], { scale: 7 })];

  test("is the one with most answers in the range, never pooled with another, and named", () => {
    const answer = answerTo({ events }, "trust", march);
    expect(answer.scale).toBe(5);
    expect(groupsOf(answer)).toEqual({ "": [3, 2, 2 / 3] });
  });

  test("is the larger of equals", () => {
    const answer = answerTo({ events: [...events, answered(1, { scale: 7 })] }, "trust", march);
    expect(answer.scale).toBe(7);
    expect(groupsOf(answer)).toEqual({ "": [3, 2, 2 / 3] });
  });

  test("is the one asked for, though it has no answers", () => {
    const [seven, three] = answersTo({ events }, [
      ["trust", { ...march, scale: "7" }],
      ["trust", { ...march, scale: "3" }],
    ]);
    expect(seven).toMatchObject({ scale: 7, series: [{ total: { n: 2, count: 2 } }] });
    expect(three).toMatchObject({ scale: 3, series: [{ total: { n: 0, value: null } }] });
  });

  test("is null without answers", () => {
    expect(answerTo({}, "trust", march).scale).toBeNull();
  });

  test("is of the range asked for, also where it is compared with another", () => {
    const before = scored([1, 1, 1, 1], { scale: 7 }).map((event) => ({
      ...event,
      at: "2026-02-10T12:00:00Z",
    }));
    const answer = answerTo({ events: [...events, ...before] }, "trust", {
      ...march,
      compare: "previous",
    });
    expect(answer.scale).toBe(5);
    expect(answer.compare?.series[0]?.total).toMatchObject({ n: 0, value: null });
  });
});

describe("stat=mean", () => {
  const mean = (events: object[]) => totalOf({ events }, "trust", { ...march, stat: "mean" });

  test("is on a scale of 0 to 100, with Student's interval and without count", () => {
    const figure = mean(scored([2, 3, 3, 4]));
    expect(figure.value).toBe(50);
    expect(figure.n).toBe(4);
    expect(figure).not.toHaveProperty("count");
    // s = √(2/3) of the score, 25 points each; t(3) = 3.18245.
    expect(figure.low).toBeCloseTo(50 - (25 * 3.182446 * Math.sqrt(2 / 3)) / 2, 4);
    expect(figure.high).toBeCloseTo(50 + (25 * 3.182446 * Math.sqrt(2 / 3)) / 2, 4);
  });

  test("is 0 for the lowest score and 100 for the highest, of any scale", () => {
    expect(mean(scored([1], { scale: 7 })).value).toBe(0);
    expect(mean(scored([7], { scale: 7 })).value).toBe(100);
    expect(mean(scored([4], { scale: 7 })).value).toBe(50);
  });

  test("has an interval clipped to the scale", () => {
    expect(mean(scored([1, 5]))).toMatchObject({ value: 50, low: 0, high: 100 });
  });

  test("has no interval of one answer", () => {
    expect(mean(scored([3]))).toMatchObject({ n: 1, value: 50, low: null, high: null });
  });

  test("is null without answers", () => {
    expect(mean([])).toMatchObject({ n: 0, value: null, low: null, high: null });
  });
});

describe("informed_opt_in_rate", () => {
  test("is the share of top answers to `understanding` of those whose state was granted", () => {
    const question = "understanding";
    const consenting = (score: number, subject: string) => [
      sent("granted", "2026-03-01", { subject }),
      answered(score, { subject, question }),
    ];
    const events = [
      ...consenting(5, "u1"),
      ...consenting(2, "u2"),
      answered(5, { question }),
      answered(5, { subject: "u2", question: "trust" }),
    ];
    expect(totalOf({ events }, "informed_opt_in_rate", march)).toMatchObject({
      n: 2,
      count: 1,
      value: 0.5,
    });
    expect(totalOf({ events }, "understanding", march)).toMatchObject({ n: 3, count: 2 });
  });
});
