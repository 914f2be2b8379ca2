// What the definitions leave open, as the heads of the modules decide it.
import { describe, expect, it } from "vitest";
import { cronbach } from "../../../server/stats/cronbach.ts";
import { cuped } from "../../../server/stats/cuped.ts";
import { interruptedSeries } from "../../../server/stats/interrupted-series.ts";
import { panelDid } from "../../../server/stats/panel-did.ts";
import { sampleRatio } from "../../../server/stats/sample-ratio.ts";
import { power } from "../../../server/stats/two-proportion-test.ts";

describe("an exact fit has no inference", () => {
  const none = { standardError: null, t: null, pValue: null, low: null, high: null };

  it("in a panel whose scores cancel: two cohorts of equal trials", () => {
    const cell = (cohort: string, week: number, successes: number) => ({
      cohort,
      week,
      treated: cohort === "b" && week >= 2,
      successes,
      trials: 100,
    });
    const weeks = [0, 1, 2, 3].flatMap((week) => [
      cell("a", week, 30 + ((week * 7) % 5)),
      cell("b", week, 41 + ((week * 3) % 4)),
    ]);
    const answer = panelDid(weeks, 0.95);
    expect(answer).toMatchObject({ ...none, degreesOfFreedom: null, observations: 8, clusters: 2 });
    expect(answer.effect).not.toBeNull();
  });

  it("in a series whose line before goes through its points, but for what lies after", () => {
    const noisy = [5, 6, 7, 8, 9].map((t) => ({ t, value: 0.6 + 0.01 * ((t * t) % 7), weight: 1 }));
    const exact = [0, 1].map((t) => ({ t, value: 0.1 * t + 0.3, weight: 1 }));
    const answer = interruptedSeries([...exact, ...noisy], 5, 0, 0.95);
    expect(answer.preSlope).toMatchObject(none);
    expect(answer.intercept).toMatchObject(none);
    expect(answer.levelChange?.standardError).toBeGreaterThan(0);
    expect(answer.degreesOfFreedom).toBe(3);
  });
});

describe("without variation", () => {
  it("CUPED gives the difference as both limits, and no p-value", () => {
    const twice = (xs: number[]) => xs.map((x) => ({ x, y: 2 * x + 1 }));
    const answer = cuped(twice([0.1, 0.7, 0.3]), twice([0.2, 0.9]), 0.95);
    expect(answer).toMatchObject({ standardError: 0, degreesOfFreedom: null, pValue: null });
    expect(answer.low).toBe(answer.difference);
    expect(answer.varianceReduction).toBe(1);
    const flat = cuped(
      [
        { x: 1, y: 3 },
        { x: 2, y: 3 },
      ],
      [
        { x: 1, y: 3 },
        { x: 5, y: 3 },
      ],
      0.95,
    );
    expect(flat).toMatchObject({ difference: 0, standardError: 0, varianceReduction: null });
  });

  it("the power to tell never from never is not estimable, never from always is certain", () => {
    const plan = { alpha: 0.05, perGroup: 10 };
    expect(power({ ...plan, pA: 0, pB: 0 })).toBeNull();
    expect(power({ ...plan, pA: 0, pB: 1 })).toBe(1);
  });
});

describe("sample ratio", () => {
  it("has no test for an arm that is planned to be empty, and no p-value for one arm", () => {
    expect(sampleRatio([5, 3], [1, 0])).toEqual({
      chiSquare: null,
      degreesOfFreedom: 1,
      pValue: null,
    });
    expect(sampleRatio([5], [1])).toEqual({ chiSquare: 0, degreesOfFreedom: 0, pValue: null });
  });
});

describe("hundreds of thousands of rows", () => {
  it("are a scale like any other", () => {
    const people = Array.from({ length: 200_000 }, (_, i) => [1 + (i % 5), 1 + (i % 3)]);
    expect(cronbach(people, 0.95)).toMatchObject({ respondents: 200_000, items: 2 });
  });

  it("are a series like any other", () => {
    const series = Array.from({ length: 300_000 }, (_, t) => ({ t, value: t % 7, weight: 1 }));
    const answer = interruptedSeries(series, 150_000, 2, 0.95);
    expect(answer.degreesOfFreedom).toBe(299_996);
  });
});
