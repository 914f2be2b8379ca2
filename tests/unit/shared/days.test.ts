import { describe, expect, test } from "vitest";
import {
  bucketStart,
  bucketsOf,
  formatDay,
  monthsBefore,
  parseDay,
  yearBefore,
} from "#shared/days.ts";

const day = (date: string): number => parseDay(date) ?? Number.NaN;

describe("a day", () => {
  test("is the number of days since 1970-01-01, before it too", () => {
    expect(parseDay("1970-01-01")).toBe(0);
    expect(parseDay("1969-12-31")).toBe(-1);
    expect(parseDay("2026-03-01")).toBe(20_513);
  });

  test.each(["2000-01-01", "2024-02-29", "2026-12-31", "1999-12-31"])(
    "%s is written as read",
    (date) => {
      expect(formatDay(day(date))).toBe(date);
    },
  );

  test.each([
    ["a day that the month does not have", "2026-02-29"],
    ["a month that there is not", "2026-13-01"],
    ["day 0", "2026-03-00"],
    ["one digit", "2026-3-1"],
    ["a time beside it", "2026-03-01T00:00:00Z"],
    ["a blank", " 2026-03-01"],
    ["a line break", "2026-03-01\n"],
    ["a year of five digits", "12026-03-01"],
    ["nothing", ""],
  ])("is not %s", (_, text) => {
    expect(parseDay(text)).toBeNull();
  });
});

describe("buckets", () => {
  const starts = (from: string, to: string, grain: "day" | "week" | "month" | "total") =>
    bucketsOf(day(from), day(to), grain).map(({ start, first, last }) =>
      [start, first, last].map(formatDay).join(" "),
    );

  test.each([
    ["2026-03-02", "2026-03-02"],
    ["2026-03-08", "2026-03-02"],
    ["2026-03-01", "2026-02-23"],
    ["1970-01-01", "1969-12-29"],
    ["1969-12-28", "1969-12-22"],
  ])("the week of %s begins on Monday, %s", (date, monday) => {
    expect(formatDay(bucketStart(day(date), "week"))).toBe(monday);
  });

  test("of weeks: the first and last hold only the days asked for", () => {
    expect(starts("2026-03-04", "2026-03-17", "week")).toEqual([
      "2026-03-02 2026-03-04 2026-03-08",
      "2026-03-09 2026-03-09 2026-03-15",
      "2026-03-16 2026-03-16 2026-03-17",
    ]);
  });

  test("of months: as long as the months are, over the turn of the year", () => {
    expect(starts("2025-12-31", "2026-03-01", "month")).toEqual([
      "2025-12-01 2025-12-31 2025-12-31",
      "2026-01-01 2026-01-01 2026-01-31",
      "2026-02-01 2026-02-01 2026-02-28",
      "2026-03-01 2026-03-01 2026-03-01",
    ]);
  });

  test("of one day, and of the whole", () => {
    expect(starts("2026-03-04", "2026-03-04", "day")).toEqual(["2026-03-04 2026-03-04 2026-03-04"]);
    expect(starts("2026-03-04", "2026-03-17", "total")).toEqual([
      "2026-03-04 2026-03-04 2026-03-17",
    ]);
  });

  test.each(["day", "week", "month", "total"] as const)(
    "by %s hold every day of the range once",
    (grain) => {
      const buckets = bucketsOf(day("2023-11-15"), day("2024-04-02"), grain);
      const days = buckets.flatMap(({ first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => first + i),
      );
      expect(days).toEqual(Array.from({ length: 140 }, (_, i) => day("2023-11-15") + i));
    },
  );
});

describe("a year before", () => {
  test.each([
    ["2026-03-01", "2025-03-01"],
    ["2025-03-01", "2024-03-01"],
    ["2024-02-29", "2023-02-28"],
    ["2024-12-31", "2023-12-31"],
    ["2026-01-01", "2025-01-01"],
  ])("%s is %s", (date, before) => {
    expect(formatDay(yearBefore(day(date)))).toBe(before);
  });
});

test.each([
  ["2026-03-31", 1, "2026-02-28"],
  ["2024-03-31", 1, "2024-02-29"],
  ["2026-03-31", 6, "2025-09-30"],
  ["2026-01-15", 1, "2025-12-15"],
  ["2026-12-31", 1200, "1926-12-31"],
])("the date of %s, %i months before, is %s", (date, months, before) => {
  expect(formatDay(monthsBefore(day(date), months))).toBe(before);
});
