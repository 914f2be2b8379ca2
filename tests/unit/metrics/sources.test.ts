// Where figures come from, and how small their daily totals may be.
import { describe, expect, test } from "vitest";
import {
  answersTo,
  answerTo,
  groupsOf,
  sent,
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
