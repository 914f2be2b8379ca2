// What answers of the same people do to a gap between weeks.
import { describe, expect, test } from "vitest";
import { WEEK } from "../../../server/verdicts/panel.ts";
import { varianceOfRepeats } from "../../../server/verdicts/repeated-answers.ts";

const units = [0, 1, 2].map((i) => ({ week: i * WEEK, n: 100, value: 0.5, variance: 0.0025 }));
const placeOf = (week: number) => units.findIndex((unit) => unit.week === week);
/** 40 people who answered in both weeks; of the 20 top answers each week, so many are of the same. */
const pairs = (week: number, since: number, products: number) => ({
  week: week * WEEK,
  since: since * WEEK,
  pairs: 40,
  products,
  sums: 40,
});
const of = (weights: number[], ...own: ReturnType<typeof pairs>[]) =>
  varianceOfRepeats(units, weights, own, placeOf);

describe("answers of the same people", () => {
  test("widen a mean over their weeks by twice their covariance", () => {
    // (20 − 0.5·40 + 0.25·40) / (0.25·40): all alike. 2 · (1/2 / 100)² · 0.25 · 40.
    expect(of([0, 0.5, 0.5], pairs(2, 1, 20))).toBeCloseTo(0.0005, 12);
    expect(of([0, 0.5, 0.5], pairs(2, 1, 15))).toBeCloseTo(0.00025, 12);
  });

  test("add nothing where they are no more alike than others'", () => {
    expect(of([0, 0.5, 0.5], pairs(2, 1, 10))).toBe(0);
    expect(of([0, 0.5, 0.5], pairs(2, 1, 5))).toBe(0);
    expect(of([0, 0.5, 0.5])).toBe(0);
  });

  test("narrow a gap between their weeks by twice their covariance", () => {
    expect(of([-1, 1, 0], pairs(1, 0, 20))).toBeCloseTo(-0.002, 12);
    const after = pairs(2, 1, 20);
    expect(of([-0.2, 0.5, 0.5], after, pairs(1, 0, 20))).toBeCloseTo(0.0005 - 0.0002, 12);
    expect(of([-1, 0.5, 0.5], after, pairs(1, 0, 20))).toBeCloseTo(0.0005 - 0.001, 12);
  });

  test("leave nothing to counting where all are the same people and answer alike", () => {
    const everybody = { ...pairs(1, 0, 50), pairs: 100, sums: 100 };
    expect(of([-1, 1, 0], everybody)).toBeCloseTo(-2 * 0.0025, 12);
    // Not even where they were counted twice over.
    expect(of([-1, 1, 0], everybody, everybody)).toBeCloseTo(-2 * 0.0025, 12);
  });

  test("are left out where one of their weeks is in neither side", () => {
    expect(of([0, 0.5, 0.5], pairs(9, 1, 20))).toBe(0);
  });
});
