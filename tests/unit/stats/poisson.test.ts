import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { poissonRate } from "../../../server/stats/poisson.ts";

const events = fc.integer({ min: 0, max: 20_000 });
const exposureDays = fc.integer({ min: 1, max: 10_000_000 });
// In steps of 0.001: between neighbouring doubles rounding decides which limit is wider.
const confidence = fc.integer({ min: 500, max: 999 }).map((level) => level / 1000);

describe("poissonRate", () => {
  it("says nothing without exposure", () => {
    const nothing = { estimate: null, low: null, high: null };
    expect(poissonRate(0, 0, 1000, 0.95)).toEqual(nothing);
  });

  it("without events reaches from 0 to -ln(a/2) events", () => {
    const { estimate, low, high } = poissonRate(0, 2000, 1000, 0.95);
    expect({ estimate, low }).toEqual({ estimate: 0, low: 0 });
    expect(high).toBeCloseTo(-Math.log(0.025) / 2, 12);
  });

  it("contains its estimate", () => {
    fc.assert(
      fc.property(events, exposureDays, confidence, (count, days, level) => {
        const { estimate, low, high } = poissonRate(count, days, 1000, level);
        expect(low).toBeLessThanOrEqual(estimate ?? Number.NaN);
        expect(high).toBeGreaterThan(estimate ?? Number.NaN);
      }),
    );
  });

  it("widens with the confidence", () => {
    fc.assert(
      fc.property(events, exposureDays, confidence, confidence, (count, days, a, b) => {
        const narrow = poissonRate(count, days, 1000, Math.min(a, b));
        const wide = poissonRate(count, days, 1000, Math.max(a, b));
        expect(wide.low).toBeLessThanOrEqual(narrow.low ?? Number.NaN);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high ?? Number.NaN);
      }),
    );
  });

  it("grows with every event, also where the quantile changes its formula", () => {
    const limits = Array.from({ length: 60 }, (_, index) => poissonRate(720 + index, 1, 1, 0.95));
    for (const [index, { low, high }] of limits.entries()) {
      const after = limits[index + 1];
      if (after) expect([low, high]).toSatisfy(() => isBetween(low, after.low, high, after.high));
    }
  });

  it("scales with what it is a rate per", () => {
    fc.assert(
      fc.property(events, exposureDays, (count, days) => {
        const one = poissonRate(count, days, 1, 0.95);
        const thousand = poissonRate(count, days, 1000, 0.95);
        expect(thousand.high).toBeCloseTo((one.high ?? Number.NaN) * 1000, 6);
      }),
    );
  });
});

/** One event more moves a limit by about one event. */
function isBetween(...[low, lowAfter, high, highAfter]: (number | null)[]): boolean {
  const steps = [(lowAfter ?? 0) - (low ?? 0), (highAfter ?? 0) - (high ?? 0)];
  return steps.every((step) => step > 0.9 && step < 1.1);
}
