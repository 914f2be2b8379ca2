import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alwaysValid } from "../../../server/stats/always-valid.ts";
import { betaBinomial } from "../../../server/stats/beta-binomial.ts";
import { binomialTest } from "../../../server/stats/binomial-test.ts";
import { cuped } from "../../../server/stats/cuped.ts";
import { difference } from "../../../server/stats/difference.ts";
import { rateRatio } from "../../../server/stats/rate-ratio.ts";
import { type FourCells, twoByTwoDid } from "../../../server/stats/two-by-two-did.ts";
import { power, sampleSize, twoProportionTest } from "../../../server/stats/two-proportion-test.ts";
import { wilson } from "../../../server/stats/wilson.ts";
import {
  confidence,
  contains,
  counts,
  isSound,
  isWithin,
  same,
  twoConfidences,
} from "./arbitraries.ts";

const minus = (value: number | null) => (value === null ? null : -value);
const share = fc.integer({ min: 1, max: 999 }).map((perMille) => perMille / 1000);

describe("difference of two shares", () => {
  type Share = { successes: number; trials: number };
  const apart = (a: Share, b: Share, level: number) =>
    difference(wilson(a.successes, a.trials, level), wilson(b.successes, b.trials, level));

  it("flips its sign with the order, contains itself, widens with the confidence", () => {
    fc.assert(
      fc.property(counts(10_000), counts(10_000), twoConfidences, (a, b, [less, more]) => {
        const [narrow, wide, turned] = [apart(a, b, less), apart(a, b, more), apart(b, a, less)];
        if (!narrow || !wide || !turned) {
          expect(Math.min(a.trials, b.trials)).toBe(0);
          return;
        }
        expect(same(narrow.low, -turned.high) && same(narrow.high, -turned.low)).toBe(true);
        expect(contains(narrow.value, narrow) && isWithin(narrow, wide)).toBe(true);
        expect(contains(narrow.low, { low: -1, high: 1 })).toBe(true);
      }),
    );
  });
});

describe("test of two shares", () => {
  it("flips z with the order and keeps the p-value", () => {
    fc.assert(
      fc.property(counts(1e9), counts(1e9), (a, b) => {
        const [here, there] = [twoProportionTest(a, b), twoProportionTest(b, a)];
        expect(same(here, { ...there, z: minus(there.z) })).toBe(true);
        expect(isSound(here)).toBe(true);
      }),
    );
  });

  it("reaches the power for which it was planned, and no less with more people", () => {
    fc.assert(
      fc.property(share, share, share, (pA, pB, wanted) => {
        const plan = { pA, pB, alpha: 0.05, power: 0.5 + wanted / 2 };
        const { perGroup } = sampleSize(plan);
        if (perGroup === null) {
          expect(pA).toBe(pB);
          return;
        }
        expect(power({ ...plan, perGroup })).toBeCloseTo(plan.power, 9);
        expect(power({ ...plan, perGroup: 2 * perGroup })).toBeGreaterThanOrEqual(
          plan.power - 1e-9,
        );
      }),
    );
  });
});

describe("ratio of two rates", () => {
  const exposed = fc.record({
    events: fc.integer({ min: 0, max: 3000 }),
    exposureDays: fc.integer({ min: 0, max: 100_000 }),
  });

  it("is turned over with the order, contains itself, widens with the confidence", () => {
    fc.assert(
      fc.property(exposed, exposed, twoConfidences, (a, b, [less, more]) => {
        const [narrow, wide, turned] = [
          rateRatio(a, b, less),
          rateRatio(a, b, more),
          rateRatio(b, a, less),
        ];
        if (narrow.ratio === null) {
          expect(turned.ratio).toBeNull();
          return;
        }
        expect(same(narrow.pValue, turned.pValue)).toBe(true);
        expect(same(narrow.low, 1 / (turned.high ?? Number.NaN))).toBe(true);
        expect(contains(narrow.ratio, narrow) || narrow.ratio === Number.POSITIVE_INFINITY).toBe(
          true,
        );
        expect(wide.low).toBeLessThanOrEqual(narrow.low ?? Number.NaN);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high ?? Number.NaN);
      }),
    );
  });

  it("has the p-value that adding up all counts gives", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        (n, odds) => {
          const chances = [(1 / (1 + odds)) ** n];
          for (let k = 0; k < n; k += 1)
            chances.push(((chances[k] ?? 0) * odds * (n - k)) / (k + 1));
          for (const [count, chance] of chances.entries()) {
            const rare = chances.filter((other) => other <= chance * (1 + 1e-7));
            const sum = rare.reduce((total, other) => total + other, 0);
            expect(binomialTest(count, n, odds)).toBeCloseTo(Math.min(1, sum), 9);
          }
        },
      ),
    );
  });
});

describe("always-valid sequence", () => {
  const look = fc.record({ a: counts(1e6), b: counts(1e6) });

  it("flips its sign with the order; p <= alpha exactly where the limits exclude 0", () => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 6 }), (looks) => {
        const here = alwaysValid(looks, 0.05, 5000);
        const there = alwaysValid(
          looks.map(({ a, b }) => ({ a: b, b: a })),
          0.05,
          5000,
        );
        let running = 1;
        for (const [i, one] of here.looks.entries()) {
          const other = there.looks[i];
          expect(same(one.low, minus(other?.high ?? null))).toBe(true);
          expect(contains(one.difference, one) && isSound(one)).toBe(true);
          running = Math.min(running, one.pValue ?? 1);
          expect(one.runningPValue).toBe(running);
          if (one.pValue === null || one.low === null || one.high === null) continue;
          if (Math.abs(one.pValue - 0.05) < 1e-9) continue;
          expect(one.pValue <= 0.05).toBe(one.low > 0 || one.high < 0);
        }
        expect(here.firstReject).toBe(there.firstReject);
      }),
    );
  });
});

describe("beta-binomial", () => {
  const prior = fc.constantFrom(
    { alpha: 1, beta: 1 },
    { alpha: 0.5, beta: 0.5 },
    { alpha: 20, beta: 3 },
  );

  it("turns round with the arms, and its losses differ by the difference of the means", () => {
    fc.assert(
      fc.property(
        counts(5000),
        counts(100_000),
        prior,
        confidence,
        (control, variant, before, level) => {
          const here = betaBinomial({ control, variant }, before, level);
          const there = betaBinomial({ control: variant, variant: control }, before, level);
          expect(isSound(here)).toBe(true);
          expect(
            here.probabilityVariantBeatsControl + there.probabilityVariantBeatsControl,
          ).toBeCloseTo(1, 9);
          expect(same(here.expectedLossIfVariant, there.expectedLossIfControl)).toBe(true);
          expect(here.expectedLossIfControl - here.expectedLossIfVariant).toBeCloseTo(
            here.variant.mean - here.control.mean,
            12,
          );
          expect(
            Math.min(here.expectedLossIfVariant, here.expectedLossIfControl),
          ).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});

describe("CUPED", () => {
  const person = fc.record({
    x: fc.integer({ min: -50, max: 50 }),
    y: fc.integer({ min: -50, max: 50 }),
  });
  const arm = fc.array(person, { maxLength: 30 });

  it("flips its sign with the arms, is the same in any order and wherever x starts", () => {
    fc.assert(
      fc.property(arm, arm, twoConfidences, (control, variant, [less, more]) => {
        const here = cuped(control, variant, less);
        const there = cuped(variant.toReversed(), control.toReversed(), less);
        expect(isSound(here)).toBe(true);
        const { difference: apart, low, high, ...rest } = there;
        const turned = { difference: minus(apart), low: minus(high), high: minus(low), ...rest };
        expect(same(here, turned)).toBe(true);
        const moved = (people: typeof control) => people.map(({ x, y }) => ({ x: x + 1000, y }));
        expect(same(here, cuped(moved(control), moved(variant), less))).toBe(true);
        expect(isWithin(here, cuped(control, variant, more))).toBe(true);
      }),
    );
  });
});

describe("difference in differences of four shares", () => {
  const four = fc.record({
    treatedBefore: counts(1000),
    treatedAfter: counts(1000),
    controlBefore: counts(1000),
    controlAfter: counts(1000),
  });
  const swapped = (cells: FourCells): FourCells => ({
    treatedBefore: cells.controlBefore,
    treatedAfter: cells.controlAfter,
    controlBefore: cells.treatedBefore,
    controlAfter: cells.treatedAfter,
  });

  it("flips its sign with treated and control, widens with the confidence", () => {
    fc.assert(
      fc.property(four, twoConfidences, (cells, [less, more]) => {
        const here = twoByTwoDid(cells, less);
        const there = twoByTwoDid(swapped(cells), less);
        expect(same(here.effect, minus(there.effect)) && same(here.low, minus(there.high))).toBe(
          true,
        );
        expect(isSound(here) && contains(here.effect, here)).toBe(true);
        expect(isWithin(here, twoByTwoDid(cells, more))).toBe(true);
      }),
    );
  });
});
