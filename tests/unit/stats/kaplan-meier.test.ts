import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DayCounts,
  medianSurvival,
  restrictedMean,
  survivalAt,
  survivalCurve,
} from "../../../server/stats/kaplan-meier.ts";

type Input = {
  observations: DayCounts[];
  evaluateDays: number[];
  tau: number;
  confidence: number;
};

function answerOf({ observations, evaluateDays, tau, confidence }: Input) {
  const curve = survivalCurve(observations);
  const median = medianSurvival(curve, confidence);
  const rmst = restrictedMean(curve, tau);
  return {
    subjects: curve.subjects,
    survival: evaluateDays
      .map((day) => survivalAt(curve, day, confidence))
      .map(({ low, high, ...rest }) => ({ ...rest, lower: low, upper: high })),
    median: median.median,
    medianLower: median.low,
    medianUpper: median.high,
    rmst: rmst.mean,
    rmstStandardError: rmst.standardError,
  };
}

const observations = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 60 }),
    events: fc.integer({ min: 0, max: 20 }),
    censored: fc.integer({ min: 0, max: 20 }),
  }),
  { maxLength: 40 },
);
const day = fc.integer({ min: 0, max: 70 });
// In steps of 0.001: between neighbouring doubles rounding decides which limit is wider.
const confidence = fc.integer({ min: 500, max: 999 }).map((level) => level / 1000);
const at = (days: number[], rows: DayCounts[]): Input => ({
  observations: rows,
  evaluateDays: days,
  tau: 5,
  confidence: 0.95,
});

describe("Kaplan-Meier", () => {
  it("counts a day's censored as still at risk for that day's events", () => {
    const curve = survivalCurve([{ day: 3, events: 1, censored: 1 }]);
    expect(survivalAt(curve, 3, 0.95)).toMatchObject({ atRisk: 2, survival: 0.5 });
  });

  it("says nothing without subjects, and ignores rows of 0 and 0", () => {
    const nothing = answerOf(at([0], [{ day: 9, events: 0, censored: 0 }]));
    expect(nothing).toEqual({
      subjects: 0,
      survival: [
        { day: 0, atRisk: 0, survival: null, standardError: null, lower: null, upper: null },
      ],
      median: null,
      medianLower: null,
      medianUpper: null,
      rmst: null,
      rmstStandardError: null,
    });
  });

  it("is 0 for good once none is left, without limits", () => {
    const curve = survivalCurve([{ day: 4, events: 3, censored: 0 }]);
    for (const later of [4, 5, 400]) {
      expect(survivalAt(curve, later, 0.95)).toMatchObject({
        survival: 0,
        standardError: null,
        low: null,
        high: null,
      });
    }
    expect(restrictedMean(curve, 400)).toEqual({ mean: 4, standardError: 0 });
    expect(medianSurvival(curve, 0.95)).toEqual({ median: 4, low: null, high: null });
  });

  it("never looks beyond the longest follow-up while spells are open", () => {
    const curve = survivalCurve([
      { day: 2, events: 1, censored: 0 },
      { day: 9, events: 0, censored: 4 },
    ]);
    expect(survivalAt(curve, 9, 0.95)).toMatchObject({ atRisk: 4, survival: 0.8 });
    expect(survivalAt(curve, 10, 0.95)).toMatchObject({ atRisk: 0, survival: null });
    expect(restrictedMean(curve, 10)).toEqual({ mean: null, standardError: null });
    expect(restrictedMean(curve, 9).mean).toBeCloseTo(2 + 0.8 * 7, 12);
  });

  it("takes the first day at one half as the median where the share falls no more", () => {
    const curve = survivalCurve([
      { day: 3, events: 2, censored: 0 },
      { day: 8, events: 0, censored: 2 },
    ]);
    expect(medianSurvival(curve, 0.95).median).toBe(3);
  });

  it("is the plain share still open where nobody is censored before the day", () => {
    fc.assert(
      fc.property(observations, day, (rows, on) => {
        const events = rows.map((row) => ({ ...row, censored: 0 }));
        const all = events.reduce((sum, row) => sum + row.events, 0);
        const open = events.filter((row) => row.day > on).reduce((sum, row) => sum + row.events, 0);
        const { survival } = survivalAt(survivalCurve(events), on, 0.95);
        if (all === 0) expect(survival).toBeNull();
        else expect(survival).toBeCloseTo(open / all, 10);
      }),
    );
  });

  it("gives the same for rows in any order, split or grouped", () => {
    fc.assert(
      fc.property(observations, (rows) => {
        const days = [0, 7, 30, 60];
        const split = rows.flatMap((row) => [
          { ...row, events: 0 },
          { ...row, censored: 0 },
        ]);
        const whole = answerOf(at(days, rows));
        expect(answerOf(at(days, rows.toReversed()))).toEqual(whole);
        expect(answerOf(at(days, split.toReversed()))).toEqual(whole);
      }),
    );
  });

  it("falls and never rises, within limits that contain it and widen with the confidence", () => {
    fc.assert(
      fc.property(observations, day, confidence, confidence, (rows, on, a, b) => {
        const curve = survivalCurve(rows);
        const narrow = survivalAt(curve, on, Math.min(a, b));
        const wide = survivalAt(curve, on, Math.max(a, b));
        if (narrow.survival === null) return;
        const before = survivalAt(curve, on - 1, 0.95).survival ?? 1;
        expect(narrow.survival).toBeLessThanOrEqual(before);
        if (narrow.low === null || narrow.high === null) return;
        expect(narrow.low).toBeLessThanOrEqual(narrow.survival);
        expect(narrow.high).toBeGreaterThanOrEqual(narrow.survival);
        expect(wide.low).toBeLessThanOrEqual(narrow.low);
        expect(wide.high).toBeGreaterThanOrEqual(narrow.high);
      }),
    );
  });
});
