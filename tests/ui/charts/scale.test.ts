// @vitest-environment node
import { describe, expect, test } from "vitest";
import { dayTicks, niceScale, placeOf, tickDays } from "../../../client/charts/shape/scale.ts";

describe("an axis", () => {
  test.each([
    { values: [0.52, 0.61], unit: "share" },
    { values: [0.999, 1], unit: "share" },
    { values: [0, 0], unit: "share" },
    { values: [0.3], unit: "per_1000_consent_days" },
    { values: [1.2, 2.1], unit: "ratio" },
    { values: [3, 4], unit: "count" },
    { values: [-260, 1286], unit: "count" },
    { values: [], unit: "share" },
  ])("of $values ($unit) holds them between round ticks", ({ values, unit }) => {
    const scale = niceScale(values, unit);
    expect(scale.low).toBeLessThanOrEqual(Math.min(...values, scale.high));
    expect(scale.high).toBeGreaterThanOrEqual(Math.max(...values, scale.low));
    expect(scale.high).toBeGreaterThan(scale.low);
    expect(scale.ticks.length).toBeGreaterThan(1);
    expect(scale.ticks.length).toBeLessThan(9);
    if (unit === "share") {
      expect(scale.low).toBeGreaterThanOrEqual(0);
      expect(scale.high).toBeLessThanOrEqual(1);
    }
  });

  test("of shares ends at 1, or above where what others count is more than what they divide by", () => {
    expect(niceScale([0.9, 0.97], "share").high).toBeLessThanOrEqual(1);
    expect(niceScale([0.4, 1.3], "share").high).toBeGreaterThanOrEqual(1.3);
  });

  test("of rates and ratios starts at nothing", () => {
    expect(niceScale([0.3, 0.4], "per_1000_consent_days").low).toBe(0);
    expect(niceScale([1.5, 1.9], "ratio").low).toBe(0);
  });

  test("places its ends at 0 and 1", () => {
    const scale = niceScale([0.2, 0.8], "share");
    expect(placeOf(scale.low, scale)).toBe(0);
    expect(placeOf(scale.high, scale)).toBe(1);
  });
});

test.each([
  { last: 0, ticks: [0] },
  { last: 3, ticks: [0, 1, 2, 3] },
  { last: 89, ticks: [0, 15, 30, 45, 60, 75] },
  { last: 90, ticks: [0, 15, 30, 45, 60, 75, 90] },
])("$last days since a grant are marked at $ticks", ({ last, ticks }) => {
  expect(dayTicks(last)).toEqual(ticks);
});

test("ticks are days that there are, and not too many", () => {
  const days = Array.from({ length: 53 }, (_, index) => 20_000 + index * 7);
  const ticks = tickDays(days, 7);
  expect(ticks.length).toBeLessThanOrEqual(7);
  expect(ticks.every((day) => days.includes(day))).toBe(true);
  expect(tickDays([], 7)).toEqual([]);
});
