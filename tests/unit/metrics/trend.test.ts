import { describe, expect, it } from "vitest";
import type { Figure } from "#shared/contract/metric.ts";
import { differenceOf, trendOf } from "../../../server/metrics/trend.ts";
import { wilson } from "../../../server/stats/wilson.ts";

const figure = (value: number, low: number, high: number): Figure => ({ n: 100, value, low, high });

describe("the difference of two figures", () => {
  it("is Newcombe's interval where the figures have Wilson's: 56/70 against 48/80", () => {
    // Newcombe 1998, Table II, case (a), method 10: 0.0524 to 0.3339.
    const shareOf = (count: number, n: number): Figure => {
      const { estimate: value, low, high } = wilson(count, n, 0.95);
      return { n, count, value, low, high };
    };
    const now = shareOf(56, 70);
    const before = shareOf(48, 80);
    const difference = differenceOf(now, before);
    expect(difference?.value).toBeCloseTo(0.2, 10);
    expect(difference?.low).toBeCloseTo(0.0524, 4);
    expect(difference?.high).toBeCloseTo(0.3339, 4);
  });

  it("is missing where a figure is hidden or has no value", () => {
    const whole = figure(0.5, 0.4, 0.6);
    expect(differenceOf({ suppressed: true }, whole)).toBeNull();
    expect(differenceOf(whole, { n: 0, value: null, low: null, high: null })).toBeNull();
  });

  it("has no interval where a figure has none", () => {
    const stock = (value: number): Figure => ({ n: value, value, low: null, high: null });
    expect(differenceOf(stock(9), stock(4))).toEqual({ value: 5, low: null, high: null });
  });
});

describe("a trend", () => {
  const up = { value: 0.1, low: 0.05, high: 0.15 };
  const down = { value: -0.1, low: -0.15, high: -0.05 };

  it("goes by the direction of good", () => {
    expect([trendOf(up, "up", "share"), trendOf(up, "down", "share")]).toEqual(["better", "worse"]);
    expect([trendOf(down, "up", "share"), trendOf(down, "down", "share")]).toEqual([
      "worse",
      "better",
    ]);
  });

  it("is unclear where the interval holds zero, its ends included", () => {
    expect(trendOf({ value: 0.1, low: 0, high: 0.2 }, "up", "share")).toBe("unclear");
    expect(trendOf({ value: -0.1, low: -0.2, high: 0 }, "up", "share")).toBe("unclear");
  });

  it("is any change of a full count, which needs no interval", () => {
    expect(trendOf({ value: 1, low: null, high: null }, "up", "count")).toBe("better");
    expect(trendOf({ value: 1, low: null, high: null }, "up", "ratio")).toBe("unknown");
  });

  it("is unknown without a difference, and where nothing is better", () => {
    expect(trendOf(up, "none", "share")).toBe("unknown");
    expect(trendOf(null, "up", "share")).toBe("unknown");
  });
});
