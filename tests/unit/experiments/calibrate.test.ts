// A short run of the simulation: looking daily ships hardly anything that should not be, and most of what was planned for.
import { describe, expect, test } from "vitest";
import { calibrateExperiments, tableOf } from "../../../scripts/calibrate/experiments.ts";

const SHORT = 60;
const rows = calibrateExperiments(SHORT, 11);

describe("a short calibration", () => {
  test.each(rows.filter(({ bound }) => bound.startsWith("at most")))(
    "$name is hardly ever shipped",
    ({ shipped }) => {
      expect(shipped).toBeLessThanOrEqual(0.05);
    },
  );

  test.each(rows.filter(({ bound }) => bound.startsWith("at least")))(
    "$name is shipped mostly",
    ({ shipped }) => {
      expect(shipped).toBeGreaterThanOrEqual(0.75);
    },
  );

  test("is the same for the same seed, and prints its error", () => {
    const few = () => tableOf(calibrateExperiments(2, 11));
    expect(few()).toBe(few());
    expect(tableOf(rows).split("\n")).toHaveLength(rows.length + 1);
    expect(tableOf(rows)).toMatch(/the planned effect .* ± \d/);
  });
});
