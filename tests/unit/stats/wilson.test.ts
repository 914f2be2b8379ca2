import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wilson } from "../../../server/stats/wilson.ts";

const share = fc
  .integer({ min: 1, max: 1_000_000_000 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
// In steps of 0.001: between neighbouring doubles rounding decides which limit is wider.
const confidence = fc.integer({ min: 500, max: 999 }).map((level) => level / 1000);

describe("wilson", () => {
  it("says nothing without trials", () => {
    expect(wilson(0, 0, 0.95)).toEqual({ estimate: null, low: null, high: null });
  });

  it("reaches exactly 0 and 1 at the ends, and only there", () => {
    expect(wilson(0, 7, 0.95)).toMatchObject({ estimate: 0, low: 0 });
    expect(wilson(7, 7, 0.95)).toMatchObject({ estimate: 1, high: 1 });
    fc.assert(
      fc.property(share, confidence, ([successes, trials], level) => {
        const { low, high } = wilson(successes, trials, level);
        expect(low === 0).toBe(successes === 0);
        expect(high === 1).toBe(successes === trials);
      }),
    );
  });

  it("contains its estimate and stays within 0 and 1", () => {
    fc.assert(
      fc.property(share, confidence, ([successes, trials], level) => {
        const { estimate, low, high } = wilson(successes, trials, level);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(estimate ?? Number.NaN);
        expect(high).toBeGreaterThanOrEqual(estimate ?? Number.NaN);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("widens with the confidence", () => {
    fc.assert(
      fc.property(share, confidence, confidence, ([successes, trials], a, b) => {
        const narrow = wilson(successes, trials, Math.min(a, b));
        const wide = wilson(successes, trials, Math.max(a, b));
        expect(wide.low).toBeLessThanOrEqual(narrow.low ?? Number.NaN);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high ?? Number.NaN);
      }),
    );
  });

  it("mirrors when successes and failures swap", () => {
    fc.assert(
      fc.property(share, confidence, ([successes, trials], level) => {
        const here = wilson(successes, trials, level);
        const there = wilson(trials - successes, trials, level);
        expect(here.low).toBeCloseTo(1 - (there.high ?? Number.NaN), 12);
      }),
    );
  });
});
