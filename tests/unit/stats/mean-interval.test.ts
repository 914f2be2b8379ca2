import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanInterval, type ScoreSums } from "../../../server/stats/mean-interval.ts";

const scores = fc.array(fc.integer({ min: 1, max: 11 }), { minLength: 2, maxLength: 300 });
// In steps of 0.001: between neighbouring doubles rounding decides which limit is wider.
const confidence = fc.integer({ min: 500, max: 999 }).map((level) => level / 1000);

function sumsOf(values: number[]): ScoreSums {
  return {
    n: values.length,
    sum: values.reduce((sum, x) => sum + x, 0),
    sumOfSquares: values.reduce((sum, x) => sum + x * x, 0),
  };
}

describe("meanInterval", () => {
  it("gives one score as a mean without an interval", () => {
    expect(meanInterval({ n: 1, sum: 4, sumOfSquares: 16 }, 0.95)).toEqual({
      mean: 4,
      standardDeviation: null,
      standardError: null,
      low: null,
      high: null,
    });
  });

  it("leaves limits beyond the scale to the caller", () => {
    expect(meanInterval(sumsOf([1, 5]), 0.95).high).toBeGreaterThan(5);
  });

  it("keeps its digits where nearly everybody agrees", () => {
    // A hundred million fives and one four: s² = 1/n, though the sums of squares are 2.5e9.
    const n = 100_000_001;
    const sums = { n, sum: 5 * n - 1, sumOfSquares: 25 * n - 9 };
    const { standardDeviation } = meanInterval(sums, 0.95);
    expect(Math.abs((standardDeviation ?? 0) * Math.sqrt(n) - 1)).toBeLessThan(1e-12);
  });

  it("contains its mean and widens with the confidence", () => {
    fc.assert(
      fc.property(scores, confidence, confidence, (values, a, b) => {
        const narrow = meanInterval(sumsOf(values), Math.min(a, b));
        const wide = meanInterval(sumsOf(values), Math.max(a, b));
        expect(narrow.low).toBeLessThanOrEqual(narrow.mean ?? Number.NaN);
        expect(narrow.high).toBeGreaterThanOrEqual(narrow.mean ?? Number.NaN);
        expect(wide.low).toBeLessThanOrEqual(narrow.low ?? Number.NaN);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high ?? Number.NaN);
      }),
    );
  });

  it("gives from sums what two passes over the scores give", () => {
    fc.assert(
      fc.property(scores, (values) => {
        const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
        const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
        const { standardDeviation } = meanInterval(sumsOf(values), 0.95);
        expect(standardDeviation).toBeCloseTo(Math.sqrt(squares / (values.length - 1)), 10);
      }),
    );
  });
});
