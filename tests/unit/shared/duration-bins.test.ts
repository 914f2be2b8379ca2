import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { binOf, LARGEST_BINNED, valueOfBin } from "#shared/duration-bins.ts";
import { medianInterval } from "../../../server/stats/order-statistics.ts";

const duration = fc.oneof(
  fc.integer({ min: 0, max: 200 }),
  fc.integer({ min: 0, max: 600_000 }),
  fc.integer({ min: 0, max: LARGEST_BINNED }),
);

describe("duration bins", () => {
  it("gives 0 its own bin", () => {
    expect([binOf(0), valueOfBin(0), binOf(1)]).toEqual([0, 0, 1]);
  });

  it("keeps every number up to 84 exactly", () => {
    for (let value = 0; value <= 84; value += 1) expect(valueOfBin(binOf(value))).toBe(value);
    expect(binOf(85)).toBe(binOf(86));
  });

  it("stands for every value to within 1.2 %", () => {
    fc.assert(
      fc.property(duration, (value) => {
        const kept = valueOfBin(binOf(value));
        expect(Math.abs(kept - value)).toBeLessThanOrEqual(0.012 * value);
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps the order of values", () => {
    fc.assert(
      fc.property(duration, duration, (a, b) => {
        expect(Math.sign(binOf(a) - binOf(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("takes back the value a bin stands for, where it is whole, and uses every bin", () => {
    const bins = binOf(LARGEST_BINNED) + 1;
    for (let bin = 0; bin < bins; bin += 1) expect(binOf(Math.round(valueOfBin(bin)))).toBe(bin);
  });

  it("numbers bins the same for ever, since they are stored", () => {
    const known = [1000, 8000, 60_000, 3_600_000, LARGEST_BINNED].map(binOf);
    expect(known).toEqual([199, 288, 373, 545, 679]);
  });

  it.each([-1, 0.5, LARGEST_BINNED + 1, Number.NaN])("has no bin for %d", (value) => {
    expect(() => binOf(value)).toThrow(RangeError);
  });

  it("gives a median within 2.5 %, and a ratio of two medians too", () => {
    const list = fc.array(fc.integer({ min: 1, max: LARGEST_BINNED }), { minLength: 1 });
    const medianOf = (values: number[]) =>
      medianInterval(
        values.map((value) => ({ value, count: 1 })),
        0.95,
      ).median ?? Number.NaN;
    const binned = (values: number[]) => values.map((value) => valueOfBin(binOf(value)));
    fc.assert(
      fc.property(list, list, (a, b) => {
        const [exact, kept] = [medianOf(a), medianOf(binned(a))];
        expect(Math.abs(kept / exact - 1)).toBeLessThanOrEqual(0.012);
        const ratio = kept / medianOf(binned(b)) / (exact / medianOf(b));
        expect(Math.abs(ratio - 1)).toBeLessThanOrEqual(0.024);
      }),
    );
  });
});
