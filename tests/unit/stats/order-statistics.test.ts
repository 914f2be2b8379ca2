import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type GroupedValue,
  medianInterval,
  ratioOfMedians,
} from "../../../server/stats/order-statistics.ts";

const upTo = (last: number): GroupedValue[] =>
  Array.from({ length: last }, (_, index) => ({ value: index + 1, count: 1 }));
const values = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 200 });
// In steps of 0.001: between neighbouring doubles rounding decides which limit is wider.
const confidence = fc.integer({ min: 500, max: 999 }).map((level) => level / 1000);
const single = (list: number[]): GroupedValue[] => list.map((value) => ({ value, count: 1 }));

function grouped(list: number[]): GroupedValue[] {
  return [...Map.groupBy(list, (value) => value)].map(([value, all]) => ({
    value,
    count: all.length,
  }));
}

/** How often `trials` fair tosses give at most `most` heads, by adding up Pascal's row. */
function coinAtMost(most: number, trials: number): number {
  let ways = 1;
  let sum = 0;
  for (let heads = 0; heads <= most; heads += 1) {
    sum += ways;
    ways = (ways * (trials - heads)) / (heads + 1);
  }
  return sum / 2 ** trials;
}

describe("medianInterval", () => {
  it("takes the lower of two middle values", () => {
    expect(medianInterval(single([1, 2, 30, 40]), 0.95).median).toBe(2);
    expect(medianInterval(single([1, 2, 30]), 0.95).median).toBe(2);
  });

  // Ranks at 95 % as in the tables of the sign test.
  it.each([
    { n: 6, low: 1, high: 6 },
    { n: 8, low: 1, high: 8 },
    { n: 9, low: 2, high: 8 },
    { n: 10, low: 2, high: 9 },
    { n: 20, low: 6, high: 15 },
    { n: 25, low: 8, high: 18 },
    { n: 100, low: 40, high: 61 },
  ])("takes the limits from ranks $low and $high of $n at 95 %", ({ n, low, high }) => {
    expect(medianInterval(upTo(n), 0.95)).toEqual({ median: Math.ceil(n / 2), low, high, n });
  });

  it("has no limits where n is too small for the confidence", () => {
    expect(medianInterval(upTo(5), 0.95)).toEqual({ median: 3, low: null, high: null, n: 5 });
    expect(medianInterval(upTo(5), 0.9)).toMatchObject({ low: 1, high: 5 });
    expect(medianInterval(upTo(7), 0.99)).toMatchObject({ low: null, high: null });
  });

  it("says nothing without values", () => {
    const nothing = { median: null, low: null, high: null, n: 0 };
    expect(medianInterval([], 0.95)).toEqual(nothing);
    expect(medianInterval([{ value: 3, count: 0 }], 0.95)).toEqual(nothing);
  });

  it("covers as often as it says, with the narrowest ranks that do", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), confidence, (n, level) => {
        const { low } = medianInterval(upTo(n), level);
        const tail = (1 - level) / 2;
        if (low !== null) expect(coinAtMost(low - 1, n)).toBeLessThan(tail * (1 + 1e-9));
        expect(coinAtMost(low ?? 0, n)).toBeGreaterThan(tail * (1 - 1e-9));
      }),
    );
  });

  it("gives the same for grouped and single values, in any order", () => {
    fc.assert(
      fc.property(values, confidence, (list, level) => {
        const whole = medianInterval(single(list), level);
        expect(medianInterval(grouped(list), level)).toEqual(whole);
        expect(medianInterval(grouped(list).reverse(), level)).toEqual(whole);
      }),
    );
  });

  it("contains its median and widens with the confidence", () => {
    fc.assert(
      fc.property(values, confidence, confidence, (list, a, b) => {
        const narrow = medianInterval(grouped(list), Math.min(a, b));
        const wide = medianInterval(grouped(list), Math.max(a, b));
        if (wide.low === null || wide.high === null) return;
        expect(narrow.low).toBeLessThanOrEqual(narrow.median ?? Number.NaN);
        expect(narrow.high).toBeGreaterThanOrEqual(narrow.median ?? Number.NaN);
        expect(wide.low).toBeLessThanOrEqual(narrow.low ?? Number.NaN);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high ?? Number.NaN);
      }),
    );
  });
});

describe("ratioOfMedians", () => {
  const around = (low: number, median: number, high: number) =>
    single([low, low, median, median, median, high, high]);

  it("combines the limits of both medians on the log scale", () => {
    // Six and seven of a kind: limits at 95 % are the extremes. a = 20 (10…80), b = 10 (5…20).
    const { ratio, low, high } = ratioOfMedians(around(10, 20, 80), around(5, 10, 20), 0.95);
    expect(ratio).toBe(2);
    expect(low).toBeCloseTo(2 * Math.exp(-Math.sqrt(Math.log(2) ** 2 + Math.log(2) ** 2)), 12);
    expect(high).toBeCloseTo(2 * Math.exp(Math.sqrt(Math.log(4) ** 2 + Math.log(2) ** 2)), 12);
  });

  it("is null where a median is 0 or missing", () => {
    const nothing = { ratio: null, low: null, high: null };
    const some = upTo(9);
    expect(ratioOfMedians([], some, 0.95)).toEqual(nothing);
    expect(ratioOfMedians(some, [], 0.95)).toEqual(nothing);
    expect(ratioOfMedians(around(0, 0, 4), some, 0.95)).toEqual(nothing);
    expect(ratioOfMedians(some, around(0, 0, 4), 0.95)).toEqual(nothing);
  });

  it("has no limits where either median has none", () => {
    const bare = { ratio: 5 / 3, low: null, high: null };
    expect(ratioOfMedians(upTo(9), upTo(5), 0.95)).toEqual(bare);
    expect(ratioOfMedians(upTo(5), upTo(5), 0.95)).toEqual({ ...bare, ratio: 1 });
  });

  it("reaches 0 where the upper median may be 0, and has no limits where the lower may", () => {
    const mayBeZero = around(0, 10, 20);
    const ten = around(5, 10, 20);
    expect(ratioOfMedians(mayBeZero, ten, 0.95).low).toBe(0);
    expect(ratioOfMedians(ten, mayBeZero, 0.95)).toEqual({ ratio: 1, low: null, high: null });
  });

  it("contains its ratio, and turns over when the two swap", () => {
    fc.assert(
      fc.property(values, values, confidence, (above, below, level) => {
        const there = ratioOfMedians(single(above), single(below), level);
        const back = ratioOfMedians(single(below), single(above), level);
        expect((there.ratio ?? 0) * (back.ratio ?? 0)).toBeCloseTo(1, 9);
        if (there.low === null || there.high === null || back.high === null) return;
        expect(there.low).toBeLessThanOrEqual(there.ratio ?? Number.NaN);
        expect(there.high).toBeGreaterThanOrEqual(there.ratio ?? Number.NaN);
        expect(there.low * back.high).toBeCloseTo(1, 9);
      }),
    );
  });
});
