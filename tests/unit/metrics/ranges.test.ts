// Which days a question is about: ranges compared with, and buckets.
import { describe, expect, test } from "vitest";
import { formatDay, parseDay } from "#shared/days.ts";
import type { Compare } from "../../../server/figures/metric-figure.ts";
import { comparedRange } from "../../../server/figures/metric-figure.ts";
import { answerTo, groupsOf, pointsOf, sent } from "../../support/metric-answers.ts";

const day = (date: string): number => parseDay(date) ?? Number.NaN;
const compared = (compare: Compare, from: string, to: string): string => {
  const range = comparedRange(compare, { from: day(from), to: day(to) });
  return `${formatDay(range.from)} to ${formatDay(range.to)}`;
};

describe("compare", () => {
  test.each([
    ["as many days right before", "2026-03-08", "2026-03-14", "2026-03-01 to 2026-03-07"],
    ["one day", "2026-03-01", "2026-03-01", "2026-02-28 to 2026-02-28"],
    ["31 days before March", "2026-03-01", "2026-03-31", "2026-01-29 to 2026-02-28"],
  ])("previous: %s", (_, from, to, range) => {
    expect(compared("previous", from, to)).toBe(range);
  });

  test.each([
    ["the same dates", "2026-03-01", "2026-03-31", "2025-03-01 to 2025-03-31"],
    ["29 February becomes the 28th", "2024-02-29", "2024-02-29", "2023-02-28 to 2023-02-28"],
    ["to 29 February", "2024-02-01", "2024-02-29", "2023-02-01 to 2023-02-28"],
    [
      "28 February stays, after a leap year too",
      "2025-02-01",
      "2025-02-28",
      "2024-02-01 to 2024-02-28",
    ],
    ["over the turn of the year", "2025-12-15", "2026-01-15", "2024-12-15 to 2025-01-15"],
  ])("year: %s", (_, from, to, range) => {
    expect(compared("year", from, to)).toBe(range);
  });

  test("with any other range", () => {
    const events = [sent("granted", "2026-03-10"), sent("declined", "2025-07-02")];
    const query = { from: "2026-03-01", to: "2026-03-31", compare: "2025-07-01..2025-07-02" };
    const answer = answerTo({ events }, "opt_in_rate", query);
    expect(answer.compare).toMatchObject({
      from: "2025-07-01",
      to: "2025-07-02",
      series: [{ points: [{ start: "2025-07-01" }], total: { n: 1, count: 0 } }],
    });
    expect(groupsOf(answer)).toEqual({ "": [1, 1, 1] });
  });
});

describe("buckets", () => {
  const events = [
    "2026-02-28",
    "2026-03-01",
    "2026-03-02",
    "2026-03-08",
    "2026-03-09",
    "2026-04-01",
  ].map((date) => sent("granted", date));
  const points = (from: string, to: string, grain: string) =>
    pointsOf(answerTo({ events }, "opt_in_rate", { from, to, grain }));

  test("of weeks begin on Monday, and hold the days within the range", () => {
    expect(points("2026-03-01", "2026-03-10", "week")).toEqual({
      "2026-02-23": [1, 1, 1],
      "2026-03-02": [2, 2, 1],
      "2026-03-09": [1, 1, 1],
    });
  });

  test("of months begin on the 1st, and hold the days within the range", () => {
    expect(points("2026-02-28", "2026-03-08", "month")).toEqual({
      "2026-02-01": [1, 1, 1],
      "2026-03-01": [3, 3, 1],
    });
  });

  test("of days have one each, data or none", () => {
    expect(points("2026-03-08", "2026-03-10", "day")).toEqual({
      "2026-03-08": [1, 1, 1],
      "2026-03-09": [1, 1, 1],
      "2026-03-10": [0, 0, null],
    });
  });

  test("total, the default grain, is one that begins at from", () => {
    const query = { from: "2026-03-01", to: "2026-03-10" };
    const answer = answerTo({ events }, "opt_in_rate", query);
    expect(answer.grain).toBe("total");
    expect(pointsOf(answer)).toEqual({ "2026-03-01": [4, 4, 1] });
  });

  test("lie in the reporting zone", () => {
    const late = { events: [sent("granted", "2026-03-01T23:30:00Z")], zone: "Europe/Berlin" };
    const query = { from: "2026-03-01", to: "2026-03-02", grain: "week" };
    expect(pointsOf(answerTo(late, "opt_in_rate", query))).toEqual({
      "2026-02-23": [0, 0, null],
      "2026-03-02": [1, 1, 1],
    });
  });

  test("default to the 90 days to the as-of day", () => {
    expect(answerTo({ events }, "opt_in_rate")).toMatchObject({
      from: "2026-01-02",
      to: "2026-04-01",
      asOf: "2026-04-01",
    });
  });
});

describe("the as-of day", () => {
  test("is that of the latest event or count record, and never after today", () => {
    const event = sent("prompt_shown", "2026-03-30");
    const record = { source: "cmp", day: "2026-04-05", purpose: "ads", granted: 1 };
    expect(answerTo({ events: [event] }, "opt_in_rate").asOf).toBe("2026-03-30");
    expect(answerTo({ events: [event], counts: [record] }, "opt_in_rate").asOf).toBe("2026-04-04");
    const ahead = sent("granted", "2026-04-05T11:00:00Z");
    expect(answerTo({ events: [event, ahead] }, "opt_in_rate").asOf).toBe("2026-04-04");
  });

  test("what lies after it shows when it comes", () => {
    const given = { events: [sent("granted", "2026-04-05T11:00:00Z")] };
    const query = { from: "2026-04-01", to: "2026-04-10" };
    expect(groupsOf(answerTo(given, "opt_in_rate", query))).toEqual({ "": [0, 0, null] });
  });
});
