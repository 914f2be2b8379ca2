// Partial pooling against published and closed-form values, and its own promises.
import { describe, expect, test } from "vitest";
import { meanOf, pool, shrink } from "../../../server/stats/partial-pooling.ts";

/** BCG vaccine against tuberculosis, 13 trials: cases and people vaccinated, then not. Colditz et al. 1994, JAMA 271:698. */
const trials = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
] as const;
const bcg = trials.map(([a, b, c, d]) => ({
  effect: Math.log(a / (a + b) / (c / (c + d))),
  se: Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)),
}));

describe("the mean of several effects", () => {
  // R 4, metafor: rma(yi, vi, method = "DL") on dat.bcg, log risk ratios.
  test("is that of DerSimonian and Laird, with their spread", () => {
    const pooled = pool(bcg);
    expect(pooled?.variance).toBeCloseTo(0.3088, 4);
    expect(pooled?.mean).toBeCloseTo(-0.7141, 4);
    expect(pooled?.se).toBeCloseTo(0.1787, 4);
  });

  test("has no spread where the effects agree better than chance would have them", () => {
    const pooled = pool([1, 1.1, 0.9].map((effect) => ({ effect, se: 1 })));
    expect(pooled).toMatchObject({ variance: 0 });
    expect(pooled?.mean).toBeCloseTo(1, 12);
    expect(pooled?.se).toBeCloseTo(1 / Math.sqrt(3), 12);
  });

  test("is none without effects, and the effect itself with one", () => {
    expect(pool([])).toBeNull();
    expect(pool([{ effect: 0.1, se: 0.02 }])).toEqual({ mean: 0.1, se: 0.02, variance: 0 });
    expect(meanOf([{ effect: 0.1, se: 0.03 }], 0.0016).se).toBeCloseTo(0.05, 12);
  });
});

describe("an effect drawn towards the others", () => {
  test("is James and Stein's about the mean, where all are equally exact", () => {
    const effects = [0.2, -0.1, 0.05, 0.4, 0.15];
    const se = 0.15;
    const mean = 0.14;
    const squares = effects.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    // 1 − (k − 3) σ² / S: with the moment estimate of the spread, S / (k − 1) is σ² + spread.
    const kept = 1 - (2 * se ** 2) / squares;
    const shrunken = shrink(effects.map((effect) => ({ effect, se }))) ?? [];
    for (const [i, effect] of effects.entries())
      expect(shrunken[i]?.effect).toBeCloseTo(mean + kept * (effect - mean), 10);
  });

  test("gives way the more, the less exact it is", () => {
    const shrunken = shrink(
      [0.3, 0.3, 0, 0, 0].map((effect, i) => ({ effect, se: i === 0 ? 0.2 : 0.02 })),
    );
    expect(shrunken?.[0]?.effect).toBeLessThan(shrunken?.[1]?.effect ?? 0);
    expect(shrunken?.[0]?.effect).toBeGreaterThan(0);
  });

  test("stays where it is among fewer than four", () => {
    expect(shrink(bcg.slice(0, 3))).toBeNull();
    expect(shrink(bcg.slice(0, 4))).toHaveLength(4);
  });

  test("holds the truth in its 95 % interval about as often as it says", () => {
    // Effects of six changes, true ones spread by 5 points; a small generator of one's own keeps the draws the same.
    let state = 20261;
    const uniform = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    let held = 0;
    let n = 0;
    for (let world = 0; world < 2000; world += 1) {
      const truth = Array.from({ length: 6 }, () => 0.03 + 0.05 * normal());
      const measured = truth.map((one, i) => {
        const se = [0.01, 0.02, 0.03, 0.03, 0.05, 0.08][i] ?? 0.03;
        return { effect: one + se * normal(), se };
      });
      for (const [i, one] of (shrink(measured) ?? []).entries()) {
        n += 1;
        if (Math.abs(one.effect - (truth[i] ?? 0)) <= 1.96 * one.se) held += 1;
      }
    }
    expect(n).toBe(12_000);
    expect(held / n).toBeGreaterThan(0.93);
    expect(held / n).toBeLessThan(0.97);
  });
});
