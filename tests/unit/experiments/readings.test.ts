// Bayesian reading, cohorts, sample ratio and sensitivity, each against what it must agree with.
import { describe, expect, test } from "vitest";
import { readArms } from "../../../server/experiments/best-arm.ts";
import { cohortEffects } from "../../../server/experiments/cohorts.ts";
import { checkRatio, driversOf } from "../../../server/experiments/sample-ratio.ts";
import { withoutAny, withoutDecided } from "../../../server/experiments/sensitivity.ts";
import { standing } from "../../../server/experiments/standing.ts";
import { betaBinomial } from "../../../server/stats/beta-binomial.ts";

describe("the Bayesian reading", () => {
  test.each([
    [120, 40, 130, 60],
    [44_700, 8502, 45_489, 8279],
    [5, 0, 4000, 1200],
    [0, 0, 10, 9],
  ])("of two arms (%i, %i, %i, %i) is that of beta-binomial", (n, x, m, y) => {
    const [control, variant] = readArms([
      { n, count: x },
      { n: m, count: y },
    ]);
    const two = betaBinomial(
      { control: { trials: n, successes: x }, variant: { trials: m, successes: y } },
      { alpha: 1, beta: 1 },
      0.95,
    );
    expect(variant?.probabilityBest).toBeCloseTo(two.probabilityVariantBeatsControl, 9);
    expect(variant?.expectedLoss).toBeCloseTo(two.expectedLossIfVariant, 9);
    expect(control?.expectedLoss).toBeCloseTo(two.expectedLossIfControl, 9);
    expect(variant?.low).toBeCloseTo(two.variant.low, 12);
  });

  test("of five arms adds up to 1, and is even where all are the same", () => {
    const same = readArms(Array.from({ length: 5 }, () => ({ n: 500, count: 200 })));
    for (const { probabilityBest } of same) expect(probabilityBest).toBeCloseTo(0.2, 9);
    const apart = readArms([200, 210, 230, 190, 205].map((count) => ({ n: 500, count })));
    expect(apart.reduce((sum, { probabilityBest }) => sum + probabilityBest, 0)).toBeCloseTo(1, 9);
  });
});

describe("cohorts", () => {
  const cohort = (value: string, x: number, y: number, n = 2000) => ({
    value,
    control: standing(n, x),
    variant: standing(n, y),
  });

  test("have wider limits than one alone, and adjusted p", () => {
    const one = cohortEffects([cohort("a", 800, 900)], 20_000).effects[0];
    const four = ["a", "b", "c", "d"].map((name) => cohort(name, 800, 900));
    const among = cohortEffects(four, 80_000).effects[0];
    expect(among?.low).toBeLessThan(one?.low ?? -1);
    expect(among?.pAdjusted).toBeGreaterThan(one?.pAdjusted ?? 1);
  });

  test("differ where their effects do, and not where chance is enough", () => {
    const alike = [cohort("a", 800, 900), cohort("b", 820, 915), cohort("c", 790, 880)];
    const unlike = [cohort("a", 800, 1000), cohort("b", 800, 700), cohort("c", 790, 880)];
    expect(cohortEffects(alike, 20_000).interaction?.p).toBeGreaterThan(0.5);
    expect(cohortEffects(unlike, 20_000).interaction?.p).toBeLessThan(0.001);
    expect(cohortEffects([cohort("a", 800, 900)], 20_000).interaction).toBeNull();
  });

  test("that are too small are not counted among those looked at", () => {
    const small = cohort("b", 20, 30, 50);
    const { effects } = cohortEffects([cohort("a", 800, 900), small], 20_000);
    expect(effects[1]).toEqual({ difference: null, low: null, high: null, pAdjusted: null });
  });
});

describe("the sample ratio", () => {
  test("is checked against the plan, not against halves", () => {
    expect(checkRatio([623, 2211], [22, 78]).state).toBe("as_planned");
    expect(checkRatio([623, 2211], [1, 1]).state).toBe("broken");
    expect(checkRatio([0, 0], [1, 1]).state).toBe("unknown");
  });

  test("is followed to the parts that are not as planned", () => {
    const part = (value: string, people: number[]) => ({ dimension: "channel", value, people });
    const parts = [
      part("web", [5000, 5010]),
      part("ios", [2000, 1500]),
      part("android", [90, 110]),
    ];
    expect(driversOf(parts, [1, 1]).map(({ value, expected }) => [value, expected])).toEqual([
      ["ios", [1750, 1750]],
    ]);
  });
});

describe("sensitivity", () => {
  const arms = { control: standing(1000, 400), variant: standing(1000, 480) };

  test("without those whom a signal decided for is the same comparison of the others", () => {
    const left = { control: { n: 100, count: 0 }, variant: { n: 100, count: 0 } };
    const { difference } = withoutDecided(arms, left, 5000);
    expect(difference).toBeCloseTo(480 / 900 - 400 / 900, 12);
  });

  test("without those of whom only the number is known lies between the worst and the best", () => {
    const { low, high } = withoutAny(arms, { control: 10, variant: 20 });
    expect(low).toBeCloseTo(460 / 980 - 400 / 990, 12);
    expect(high).toBeCloseTo(480 / 980 - 390 / 990, 12);
  });
});
