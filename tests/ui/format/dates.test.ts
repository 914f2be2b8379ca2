// @vitest-environment node
import { expect, test } from "vitest";
import {
  daysBetween,
  formatBucket,
  formatDate,
  formatDaysAgo,
  formatRange,
} from "../../../client/format/dates.ts";

test("days stay the days that they are, whatever the reader's time zone", () => {
  expect(formatDate("2026-11-12")).toContain("12");
  expect(formatDate("not a day")).toBe("not a day");
});

test("how long ago the data end", () => {
  expect(daysBetween("2026-11-12", "2026-11-24")).toBe(12);
  expect(formatDaysAgo("2026-11-12", "2026-11-24")).toBe("12 days ago");
  expect(formatDaysAgo("2026-11-24", "2026-11-24")).toBe("today");
});

test("a week is named by both its ends, also across a month", () => {
  expect(formatBucket("2026-11-09", "week")).toMatch(/9.*15/);
  expect(formatBucket("2026-11-01", "month")).toBe("Nov 2026");
  expect(formatRange("2026-12-01", "2026-11-01")).toBe("2026-12-01 – 2026-11-01");
});
