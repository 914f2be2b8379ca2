// @vitest-environment node
import { expect, test } from "vitest";
import { differenceOf, trendOf } from "../../../client/charts/shape/difference.ts";
import { figure, hidden, nothing } from "./answers.ts";

// Newcombe 1998 (Stat Med 17:873), example (a): 56/70 against 48/80, method 10.
const now = { n: 70, value: 56 / 70, low: 0.6918, high: 0.8769 };
const before = { n: 80, value: 48 / 80, low: 0.4904, high: 0.7004 };

test("the interval of a difference is Newcombe's", () => {
  const difference = differenceOf(now, before, "share");
  expect(difference?.value).toBeCloseTo(0.2, 4);
  expect(difference?.interval?.low).toBeCloseTo(0.0524, 3);
  expect(difference?.interval?.high).toBeCloseTo(0.3339, 3);
});

test("better and worse follow the direction of good, and zero inside is unclear", () => {
  const difference = differenceOf(now, before, "share");
  expect(trendOf(difference, "up")).toBe("better");
  expect(trendOf(difference, "down")).toBe("worse");
  expect(trendOf(differenceOf(figure(0.51), figure(0.5), "share"), "up")).toBe("unclear");
});

test("nothing is said where a side is hidden, missing or without interval", () => {
  expect(differenceOf(hidden, before, "share")).toBeNull();
  expect(differenceOf(now, nothing, "share")).toBeNull();
  expect(trendOf(null, "up")).toBe("unknown");
  const bare = { n: 5, value: 1, low: null, high: null };
  expect(trendOf(differenceOf(bare, before, "share"), "up")).toBe("unknown");
});

test("full counts differ exactly", () => {
  const stock = (value: number) => ({ n: value, value, low: null, high: null });
  const difference = differenceOf(stock(1200), stock(1000), "count");
  expect(difference).toEqual({ value: 200, interval: null, isFullCount: true });
  expect(trendOf(difference, "up")).toBe("better");
  expect(trendOf(differenceOf(stock(5), stock(5), "count"), "up")).toBe("unclear");
});
