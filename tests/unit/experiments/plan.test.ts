// How many people a test needs: by the power of the sequence, for all that it waits for.
import { describe, expect, test } from "vitest";
import { type PlannedOutcome, planSubjects } from "../../../server/experiments/plan.ts";
import {
  driftToProve,
  powerToClear,
  powerToProve,
} from "../../../server/experiments/sequence-power.ts";
import { sampleSize } from "../../../server/stats/two-proportion-test.ts";

const primary: PlannedOutcome = {
  outcome: "opt_in_yield",
  role: "primary",
  size: 0.03,
  baseline: 0.4,
  seen: 1,
};
const understanding: PlannedOutcome = {
  outcome: "understanding",
  role: "guardrail",
  size: 0.03,
  baseline: 0.5,
  seen: 0.2,
};

describe("the power of looking daily", () => {
  test("costs about 1.7 times the people of one look", () => {
    const drift = driftToProve(0.8);
    expect((drift / (1.959964 + 0.841621)) ** 2).toBeGreaterThan(1.65);
    expect((drift / (1.959964 + 0.841621)) ** 2).toBeLessThan(1.75);
    expect(powerToProve(drift)).toBeCloseTo(0.8, 3);
  });

  test("grows with the effect, and is hardly anything without one", () => {
    expect(powerToProve(0)).toBeLessThan(0.025);
    expect(powerToProve(3)).toBeGreaterThan(powerToProve(2));
    expect(powerToProve(3, 4)).toBeLessThan(powerToProve(3));
    expect(powerToClear(3)).toBeGreaterThan(powerToClear(2));
  });
});

describe("a plan", () => {
  test("for one look is that of the two-proportion test, but for its pooled variance", () => {
    const [alone] = planSubjects([primary], [1, 1], 0.8).outcomes;
    const fixed = sampleSize({ pA: 0.4, pB: 0.43, alpha: 0.05, power: 0.8 }).perGroup ?? 0;
    expect((alone?.subjectsLookedAtOnce ?? 0) / (2 * fixed)).toBeCloseTo(1, 2);
    expect((alone?.subjects ?? 0) / (alone?.subjectsLookedAtOnce ?? 1)).toBeCloseTo(1.7, 1);
  });

  test("for several outcomes together needs more than for each alone, and misses no more than allowed", () => {
    const plan = planSubjects([primary, understanding], [1, 1], 0.8);
    for (const { subjects } of plan.outcomes) {
      expect(plan.subjects).toBeGreaterThanOrEqual(subjects ?? Number.NaN);
    }
    const alone = planSubjects([primary], [1, 1], 0.8);
    expect(alone.subjects).toBe(alone.outcomes[0]?.subjects);
    const misses = plan.outcomes.reduce((sum, { power }) => sum + 1 - (power ?? 0), 0);
    expect(misses).toBeLessThanOrEqual(0.2 + 1e-3);
    expect(misses).toBeGreaterThan(0.19);
  });

  test("needs more where few answer, where arms are uneven, and for more variants", () => {
    const people = (outcomes: PlannedOutcome[], shares: number[]) =>
      planSubjects(outcomes, shares, 0.8).subjects ?? 0;
    const even = people([primary, understanding], [1, 1]);
    expect(people([primary, { ...understanding, seen: 0.1 }], [1, 1])).toBeGreaterThan(1.8 * even);
    expect(people([primary], [5, 1])).toBeGreaterThan(people([primary], [1, 1]));
    expect(people([primary], [1, 1, 1])).toBeGreaterThan(1.5 * people([primary], [1, 1]));
  });

  test("is not made up where nothing was seen", () => {
    expect(planSubjects([{ ...primary, baseline: null }], [1, 1], 0.8).subjects).toBeNull();
    const plan = planSubjects([primary, { ...understanding, seen: 0 }], [1, 1], 0.8);
    expect(plan.outcomes[1]).toEqual({ subjects: null, subjectsLookedAtOnce: null, power: null });
  });

  test("leaves room for more early withdrawals where more people agree", () => {
    const early: PlannedOutcome = {
      ...primary,
      outcome: "early_withdrawal",
      role: "guardrail",
      size: 0.01,
      baseline: 0.02,
    };
    const [, shrunk] = planSubjects([primary, early], [1, 1], 0.8).outcomes;
    const [, whole] = planSubjects(
      [primary, { ...early, outcome: "answer_share" }],
      [1, 1],
      0.8,
    ).outcomes;
    expect(shrunk?.subjects).toBeGreaterThan(whole?.subjects ?? 0);
  });
});
