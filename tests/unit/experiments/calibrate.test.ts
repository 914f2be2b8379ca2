// A short run of the simulation: looking daily ships hardly anything that should not be, and most of what was planned for.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calibrateExperiments, tableOf } from "../../../scripts/calibrate/experiments.ts";

const published = readFileSync(
  new URL("../../../docs/experiments-calibration.md", import.meta.url),
  "utf8",
);
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

  test.each(rows)("$name is in the table that is published, with its bound", ({ name, bound }) => {
    const line = published.split("\n").find((text) => text.startsWith(`| ${name} |`));
    expect(line).toContain(`| 2000 |`);
    expect(line).toContain(`| ${bound} |`);
  });

  test("is the same for the same seed, and prints its error", () => {
    const few = () => tableOf(calibrateExperiments(2, 11));
    expect(few()).toBe(few());
    expect(tableOf(rows).split("\n")).toHaveLength(rows.length + 1);
    expect(tableOf(rows)).toMatch(/the planned effect .* ± \d/);
  });
});
