// Placebo assignments: the same effect as the panel's, and p-values by counting.
import { describe, expect, test } from "vitest";
import { Random } from "../../../seed/random.ts";
import { panelDid } from "../../../server/stats/panel-did.ts";
import { type PlaceboCell, placeboAssignments } from "../../../server/stats/placebo-assignments.ts";
import { countOf, subsetsOf } from "../../../server/stats/subsets.ts";
import { unequalSides } from "../../../server/stats/unequal-sides.ts";

function panel(cohorts: number, exposed: number, effect: number, seed = 1): PlaceboCell[] {
  const random = new Random(seed, 1);
  return Array.from({ length: cohorts }, (_, c) => c).flatMap((c) => {
    const level = random.normal();
    return Array.from({ length: 10 }, (_, week) => {
      const treated = c < exposed && week >= 6;
      const trials = 50 + 10 * c + week;
      const value = level + 0.1 * week + 0.3 * random.normal() + (treated ? effect : 0);
      return {
        cohort: `c${c}`,
        week,
        exposed: c < exposed,
        after: week >= 6,
        successes: value * trials,
        trials,
      };
    });
  });
}

describe("placebo assignments", () => {
  test("have the effect of the panel", () => {
    const cells = panel(7, 2, 0.5);
    const treated = cells.map((cell) => ({ ...cell, treated: cell.exposed && cell.after }));
    expect(placeboAssignments(cells)?.effect).toBeCloseTo(panelDid(treated, 0.95).effect ?? 0, 9);
  });

  test("count those that are as extreme, the real one included", () => {
    const placebo = placeboAssignments(panel(8, 1, 5));
    expect(placebo).toMatchObject({
      assignments: 7,
      drawn: false,
      smallestP: 1 / 8,
      pValue: 1 / 8,
    });
  });

  test("give limits at which the test turns", () => {
    const cells = panel(8, 2, 1);
    const { limits } = placeboAssignments(cells) ?? {};
    const { low, high } = limits?.(0.9) ?? {};
    const without = (delta: number) =>
      cells.map((cell) =>
        cell.exposed && cell.after
          ? { ...cell, successes: cell.successes - delta * cell.trials }
          : cell,
      );
    const pAt = (delta: number) => placeboAssignments(without(delta))?.pValue ?? 0;
    expect(pAt((high ?? 0) + 1e-6)).toBeLessThanOrEqual(0.1);
    expect(pAt((high ?? 0) - 1e-6)).toBeGreaterThan(0.1);
    expect(pAt((low ?? 0) - 1e-6)).toBeLessThanOrEqual(0.1);
    expect(pAt((low ?? 0) + 1e-6)).toBeGreaterThan(0.1);
  });

  test("have no limits where there are too few of them", () => {
    expect(placeboAssignments(panel(8, 1, 5))?.limits(0.95)).toEqual({ low: null, high: null });
  });

  test("of two cohorts can tell nothing, and without a second side there are none", () => {
    expect(placeboAssignments(panel(2, 1, 5))?.pValue).toBe(1);
    expect(placeboAssignments(panel(3, 3, 5))).toBeNull();
  });

  test("hold their size whatever the noise of a single treated cohort", () => {
    let claims = 0;
    for (let seed = 1; seed <= 200; seed += 1) {
      if ((placeboAssignments(panel(21, 1, 0, seed))?.pValue ?? 1) <= 0.05) claims += 1;
    }
    expect(claims).toBeLessThan(22);
  });

  test("beyond ten thousand are drawn, the same ones each time", () => {
    const cells = panel(24, 8, 0.5);
    const first = placeboAssignments(cells);
    expect(first).toMatchObject({ drawn: true });
    expect(first?.assignments).toBeGreaterThan(9_990);
    expect(placeboAssignments(cells)?.pValue).toBe(first?.pValue);
  });
});

describe("subsets", () => {
  test("are as many as there are, each once", () => {
    const all = subsetsOf(7, 3, null);
    expect(all.length).toBe(countOf(7, 3));
    expect(new Set(all.map(String)).size).toBe(35);
  });

  test("drawn ones have their size, and places that exist", () => {
    for (const subset of subsetsOf(30, 4, 50)) {
      expect(new Set(subset).size).toBe(4);
      expect(subset.every((place) => place >= 0 && place < 30)).toBe(true);
    }
  });
});

describe("sides of unequal size", () => {
  test("leave equal sides of many clusters nearly alone", () => {
    const alike = Array.from({ length: 40 }, () => 1);
    const { factor, degreesOfFreedom } = unequalSides(alike, alike);
    expect(factor).toBeCloseTo(40 / 39, 9);
    expect(degreesOfFreedom).toBeCloseTo(78, 6);
  });

  test("widen where one side has three clusters, with hardly more than its own degrees of freedom", () => {
    const { factor, degreesOfFreedom } = unequalSides(
      [1, 1, 1],
      Array.from({ length: 27 }, () => 1),
    );
    expect(factor).toBeCloseTo((1 / 3 + 1 / 27) / (2 / 9 + 26 / 729), 9);
    expect(degreesOfFreedom).toBeLessThan(2.6);
  });
});
