import { describe, expect, it } from "vitest";
import { INTERVALS } from "../../../scripts/coverage-draws/intervals.ts";
import { Random } from "../../../seed/random.ts";

describe("what npm run coverage draws", () => {
  it.each(INTERVALS)("is the same for the same seed: $name", ({ settings }) => {
    for (const { draw } of settings) {
      const limits = draw(new Random(3, 1));
      expect(draw(new Random(3, 1))).toEqual(limits);
    }
  });

  it.each(INTERVALS.filter(({ exact }) => exact))("holds the truth: $name", ({ settings }) => {
    const random = new Random(5, 1);
    for (const { truth, draw } of settings) {
      const limits = Array.from({ length: 200 }, () => draw(random));
      const missed = limits.filter(
        ({ low, high }) => low !== null && high !== null && (truth < low || truth > high),
      );
      // Of 200 at 95 %, 10 are expected, and 24 would be one in a hundred thousand.
      expect(missed.length).toBeLessThan(24);
    }
  });
});
