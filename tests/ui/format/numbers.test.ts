// @vitest-environment node
import { describe, expect, test } from "vitest";
import { formatDifference, formatFigure } from "../../../client/format/figures.ts";
import {
  digitsOfStep,
  formatAxisShare,
  formatDuration,
  formatPoints,
  formatPointsSize,
  formatRate,
  formatShare,
} from "../../../client/format/numbers.ts";

describe("a share", () => {
  test.each([
    // What is not all is never 100%, what is not nothing never 0%.
    { share: 0.9996, n: 40, text: ">99%" },
    { share: 0.0004, n: 40, text: "<1%" },
    { share: 0.9996, n: 5000, text: "99.96%" },
    { share: 0.999996, n: 5000, text: ">99.99%" },
    { share: 0.000004, n: 5000, text: "<0.01%" },
    { share: 1, n: 40, text: "100%" },
    { share: 0, n: 40, text: "0%" },
    // As many digits as the cases carry.
    { share: 0.555, n: 40, text: "56%" },
    { share: 0.5555, n: 812, text: "55.6%" },
    { share: 0.55555, n: 250_000, text: "55.6%" },
    { share: 0.55555, n: 2_500_000, text: "55.56%" },
    { share: 0.971123, n: 60_970_002, text: "97.112%" },
    { share: 0.994, n: 40, text: "99%" },
    { share: 0.996, n: 40, text: ">99%" },
  ])("$share of $n is $text", ({ share, n, text }) => {
    expect(formatShare(share, n)).toBe(text);
  });
});

describe("a rate", () => {
  test.each([
    { rate: 0, text: "0" },
    { rate: 0.00001, text: "<0.001" },
    { rate: 0.3124, text: "0.312" },
    { rate: 2.5, text: "2.50" },
    { rate: 31.24, text: "31.2" },
  ])("$rate is $text", ({ rate, text }) => {
    expect(formatRate(rate)).toBe(text);
  });
});

test("differences carry their sign, and shares become points", () => {
  expect(formatPoints(0.0213)).toBe("+2.1");
  expect(formatPoints(-0.0213)).toBe("−2.1");
  expect(formatPoints(0)).toBe("0.0");
  // Of many cases a difference may be small, and yet be one.
  expect(formatPoints(0.0004)).toBe("+0.04");
  expect(formatPoints(-0.000_014)).toBe("−0.001");
  expect(formatPoints(1e-17)).toBe("0.0");
  expect(formatPointsSize(-0.0004)).toBe("0.04");
  expect(formatDifference(-1200, "count")).toBe("−1,200");
  expect(formatDifference(0.0046, "per_1000_consent_days")).toBe("+0.005");
  expect(formatDifference(-17.7778, "per_1000_consent_days")).toBe("−17.8");
  expect(formatDifference(0, "per_1000_consent_days")).toBe("0");
  expect(formatPointsSize(-0.0213)).toBe("2.1");
});

test("an axis has the digits that tell its steps apart", () => {
  expect([1, 0.5, 0.25, 2.5, 0.1].map(digitsOfStep)).toEqual([0, 1, 2, 1, 1]);
  expect(formatAxisShare(0.5475, 0.0025)).toBe("54.75%");
  expect(formatAxisShare(0.55, 0.05)).toBe("55%");
});

test("figures go by their unit", () => {
  expect(formatFigure(0.5, "share", 10)).toBe("50%");
  expect(formatFigure(41_627, "count", 41_627)).toBe("41,627");
  expect(formatFigure(1.777, "ratio", 10)).toBe("1.78");
  expect(formatFigure(61.04, "score", 10)).toBe("61.0");
  expect(formatFigure(99.96, "score", 10)).toBe(">99.9");
  expect(formatFigure(100, "score", 10)).toBe("100.0");
  expect(formatFigure(0.04, "score", 10)).toBe("<0.1");
  expect(formatFigure(0, "score", 10)).toBe("0.0");
  expect(formatFigure(0.004, "ratio", 10)).toBe("<0.01");
  expect(formatFigure(0, "ratio", 10)).toBe("0.00");
});

test("durations take the unit that fits", () => {
  expect(formatDuration(850)).toMatch(/^850 ms$/);
  expect(formatDuration(7900)).toMatch(/^7.9 sec/);
  expect(formatDuration(150_000)).toMatch(/^2.5 min/);
});
