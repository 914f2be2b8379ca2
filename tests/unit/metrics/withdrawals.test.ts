// Withdrawals per consent-day, retention and the effort to leave, worked out by hand.
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

describe("withdrawal_rate", () => {
  /** Consent-days 1 to 5 March: 5, of which three in the range asked for; 1; and 4 up to the as-of day, 8 March. */
  const events = [
    ...spell("2026-03-01", "2026-03-05", {}, { reason: "no_benefit", method: "signal" }),
    ...spell("2026-03-04", "2026-03-04", {}, { reason: "other" }),
    ...spell("2026-03-05"),
    sent("prompt_shown", "2026-03-08"),
  ];

  test("counts every day from the grant to the closing, both included, open spells to the as-of day", () => {
    const figure = totalOf({ events }, "withdrawal_rate", march);
    expect(figure).toMatchObject({ n: 10, count: 2, value: 200 });
    expect(figure.low).toBeCloseTo(24.221, 3);
    expect(figure.high).toBeCloseTo(722.469, 3);
  });

  test("gives each bucket its own days, also of spells that began before the range", () => {
    const range = { from: "2026-03-03", to: "2026-03-06", grain: "day" };
    expect(pointsOf(answerTo({ events }, "withdrawal_rate", range))).toEqual({
      "2026-03-03": [1, 0, 0],
      "2026-03-04": [2, 1, 500],
      "2026-03-05": [2, 1, 500],
      "2026-03-06": [1, 0, 0],
    });
  });

  test("is divided by the consent-days of all where reason or method split the withdrawals", () => {
    const [reasons, filtered] = answersTo({ events }, [
      ["withdrawal_rate", { ...march, by: "reason" }],
      ["withdrawal_rate", { ...march, method: "explicit" }],
    ]);
    expect(reasons && groupsOf(reasons)).toEqual({ no_benefit: [10, 1, 100], other: [10, 1, 100] });
    expect(filtered && groupsOf(filtered)).toEqual({ "": [10, 1, 100] });
  });

  test("is hidden by the number of spells, not of days", () => {
    const few = times(9, () => spell("2026-02-01"));
    const asOf = sent("prompt_shown", "2026-03-31");
    expect(groupsOf(answerTo({ events: [...few, asOf], k: 10 }, "withdrawal_rate", march))).toEqual(
      {
        "": "hidden",
      },
    );
    const ten = [...few, ...spell("2026-03-31"), asOf];
    expect(groupsOf(answerTo({ events: ten, k: 10 }, "withdrawal_rate", march))).toEqual({
      "": [9 * 31 + 1, 0, 0],
    });
  });
});

describe("consent_retention", () => {
  /** Lengths 2, 5 and 5, and one open for 10 days, up to the as-of day of 11 March. */
  const events = [
    ...spell("2026-03-01", "2026-03-03"),
    ...spell("2026-03-01", "2026-03-06"),
    ...spell("2026-03-02", "2026-03-07"),
    ...spell("2026-03-01"),
    sent("prompt_shown", "2026-03-11"),
  ];
  const on = (day: number, given = events) =>
    totalOf({ events: given }, "consent_retention", { ...march, day: String(day) });

  test("is the Kaplan–Meier share still open so many days after the grant; a closing on that day is closed", () => {
    expect(on(1)).toMatchObject({ n: 4, count: 0, value: 1, low: null, high: null });
    expect(on(2)).toMatchObject({ n: 4, count: 1, value: 0.75 });
    expect(on(4)).toMatchObject({ n: 4, count: 1, value: 0.75 });
    expect(on(5)).toMatchObject({ n: 4, count: 3, value: 0.25 });
  });

  test("is known up to the longest follow-up, and null beyond", () => {
    expect(on(10)).toMatchObject({ n: 4, count: 3, value: 0.25 });
    expect(on(11)).toMatchObject({ n: 4, count: 3, value: null, low: null, high: null });
  });

  test("is 0 where none is left, however far beyond", () => {
    const gone = [...spell("2026-03-01", "2026-03-02"), sent("prompt_shown", "2026-03-11")];
    expect(on(90, gone)).toMatchObject({ n: 1, count: 1, value: 0, low: null, high: null });
  });

  test("takes those censored out of the people at risk: 1 of the 2 still followed has left", () => {
    const given = [
      ...spell("2026-03-09"),
      ...spell("2026-03-01", "2026-03-04"),
      ...spell("2026-03-01"),
      sent("prompt_shown", "2026-03-11"),
    ];
    expect(on(3, given)).toMatchObject({ n: 3, count: 1, value: 1 / 2 });
  });

  test("sees a spell that is closed on the as-of day as closed", () => {
    expect(on(10, spell("2026-03-01", "2026-03-11"))).toMatchObject({ n: 1, count: 1, value: 0 });
  });

  test("sees a spell that is closed after the as-of day as open still", () => {
    const given = { events: spell("2026-03-01", "2026-03-12"), now: "2026-03-11T20:00:00Z" };
    const query = { ...march, day: "10" };
    expect(totalOf(given, "consent_retention", query)).toMatchObject({ n: 1, count: 0, value: 1 });
    expect(totalOf(given, "consent_retention", { ...march, day: "11" })).toMatchObject({
      value: null,
    });
  });
});

describe("opt_out_effort", () => {
  const leaving = (durationMs: number, stated: object = {}) =>
    spell("2026-03-01", "2026-03-05", {}, { durationMs, ...stated });
  const joining = (durationMs: number, stated: object = {}) =>
    sent("granted", "2026-03-02", { durationMs, ...stated });

  test("is the median time to leave / to join, the lower of two middle ones", () => {
    const events = [
      ...[...leaving(10), ...leaving(40), ...leaving(60), ...leaving(80)],
      ...[joining(2), joining(20), joining(30)],
    ];
    expect(totalOf({ events }, "opt_out_effort", march)).toMatchObject({
      n: 4,
      count: 3,
      value: 2,
    });
  });

  test("is exact to 2.5 % for long times", () => {
    const events = [...leaving(777_777), joining(33_333)];
    const { value } = totalOf({ events }, "opt_out_effort", march);
    expect(Math.abs((value ?? 0) / (777_777 / 33_333) - 1)).toBeLessThan(0.025);
  });

  test("is null where a median is 0 or missing", () => {
    const zero = { events: [...leaving(10), joining(0)] };
    expect(totalOf(zero, "opt_out_effort", march)).toMatchObject({ n: 1, count: 1, value: null });
    const missing = { events: leaving(10) };
    expect(totalOf(missing, "opt_out_effort", march)).toMatchObject({
      n: 1,
      count: 0,
      value: null,
    });
  });

  test("gives the same of steps with stat=steps", () => {
    const events = [...leaving(1, { steps: 6 }), joining(9, { steps: 3 })];
    const query = { ...march, stat: "steps" };
    expect(totalOf({ events }, "opt_out_effort", query)).toMatchObject({
      n: 1,
      count: 1,
      value: 2,
    });
  });

  test("splits the withdrawals alone by reason, both by method", () => {
    const events = [
      ...leaving(10, { reason: "other", method: "assisted" }),
      joining(5),
      joining(2, { method: "assisted" }),
    ];
    const [reasons, methods] = answersTo({ events }, [
      ["opt_out_effort", { ...march, by: "reason" }],
      ["opt_out_effort", { ...march, by: "method" }],
    ]);
    expect(reasons && groupsOf(reasons)).toEqual({ other: [1, 2, 5] });
    expect(methods && groupsOf(methods)).toEqual({ assisted: [1, 1, 5], explicit: [0, 1, null] });
  });

  test("is hidden by the smaller of both counts", () => {
    const hidden = (out: number, into: number) => {
      const events = [...times(out, () => leaving(10)), ...times(into, () => joining(5))];
      return groupsOf(answerTo({ events, k: 10 }, "opt_out_effort", march))[""];
    };
    expect(hidden(10, 9)).toBe("hidden");
    expect(hidden(10, 10)).toEqual([10, 10, 2]);
  });
});
